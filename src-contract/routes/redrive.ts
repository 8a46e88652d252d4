import { z } from 'zod'
import { route } from '../define.ts'
import { id, secretsByKey, texts } from '../values.ts'

const plannedMember = z.object({
  name: z.string(),
  /** `ask`: it has to be entered before the start; `later`: when the challenge comes. */
  from: z.enum(['same', 'computed', 'ask', 'later']),
  /** With marks in the place of secrets. */
  text: z.string(),
  sensitivity: z.enum(['public', 'personal', 'secret']),
})

const plannedStep = z.object({
  step: z.number(),
  operation: z.string(),
  challenge: z.string().optional(),
  members: z.array(plannedMember),
})

const redrivePlan = z.object({
  flow: z.string(),
  username: z.string(),
  steps: z.array(plannedStep),
  /** Whether text messages or emails may be sent. */
  sendsMessages: z.boolean(),
  /** Members without which it cannot start, as `STEP.MEMBER`. */
  missing: z.array(z.string()),
})
export type ShownRedrivePlan = z.output<typeof redrivePlan>

/** Which run is repeated, against which profile, and up to which of its steps; to its end if absent. */
const repeated = z.object({
  runId: id,
  profileId: id,
  to: z.number().int().min(1).optional(),
})

/** Calls about repeating a run. */
export const redriveRoutes = {
  /** What would be sent, and what has to be entered for it; nothing is sent by this. */
  'redrive.plan': route({ input: repeated, output: redrivePlan }),
  /** Starts the run over. Values are named by step and member, as in `3.SMS_MFA_CODE`. */
  'redrive.start': route({
    input: repeated.extend({ parameters: texts, secrets: secretsByKey }),
    output: z.object({ runId: id }),
  }),
} as const
