import { z } from 'zod'
import { route } from '../define.ts'
import { id, nothing } from '../values.ts'

/** One thing that a probe found out. */
const finding = z.object({
  id: z.string(),
  title: z.string(),
  verdict: z.enum(['yes', 'no', 'unknown']),
  /** A sentence that says what it is taken from. */
  reason: z.string(),
})

/** What a probe of an app client found out; kept with its profile. */
export const probeResult = z.object({
  /** When it began. */
  at: z.number(),
  /** Its trace; empty before the first call. */
  runId: z.string(),
  /** The user of its calls, who cannot exist. */
  username: z.string(),
  /** Calls that were answered, and how many there could be. */
  made: z.number(),
  planned: z.number(),
  done: z.boolean(),
  findings: z.array(finding),
})
export type ProbeResult = z.output<typeof probeResult>

/** What a probe would do, shown before it runs. */
const probePlan = z.object({
  calls: z.array(z.object({ title: z.string(), cost: z.string() })),
  /** The newest result for the profile as it is now. */
  last: probeResult.optional(),
})
export type ProbePlan = z.output<typeof probePlan>

/** A setting that prevents a sign-in, or changes its course. */
const settingsFinding = z.object({
  /** Code of the rule that a sign-in would lead to; empty where there is none. */
  code: z.string(),
  level: z.enum(['bad', 'note']),
  text: z.string(),
  lines: z.array(
    z.object({ kind: z.enum(['aws cli', 'cdk', 'cloudformation', 'terraform']), text: z.string() }),
  ),
})

/** What the settings say about one flow. */
const flowSettings = z.object({
  /** AuthFlow. */
  flow: z.string(),
  /** One line for the form that begins a sign-in. */
  summary: z.string(),
  findings: z.array(settingsFinding),
})

/** What AWS credentials can read of a pool, its client and a user. */
const poolSettings = z.object({
  /** Each part by its name, with its members as JSON. */
  parts: z.array(
    z.object({
      title: z.string(),
      members: z.array(z.object({ name: z.string(), value: z.string() })),
    }),
  ),
  flows: z.array(flowSettings),
  refused: z.array(z.object({ operation: z.string(), message: z.string() })),
})
export type ShownPoolSettings = z.output<typeof poolSettings>

/** Two pools with their clients, member by member. */
const settingsComparison = z.object({
  parts: z.array(
    z.object({
      title: z.string(),
      differences: z.array(z.object({ member: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  refused: z.array(z.object({ operation: z.string(), message: z.string() })),
})
export type SettingsComparison = z.output<typeof settingsComparison>

/** Learning how an app client is set up, without AWS credentials and without a real user. */
export const probeRoutes = {
  /** Makes no call. */
  'probe.plan': route({ input: z.object({ profileId: id }), output: probePlan }),
  /** Makes the calls of the plan as one trace; `probe.changed` tells of each. */
  'probe.run': route({ input: z.object({ profileId: id }), output: probeResult }),
  /** Reads the settings with the AWS credentials of the profile; changes nothing. */
  'probe.readSettings': route({ input: z.object({ profileId: id }), output: poolSettings }),
  /** Reads the settings of two profiles, each with its own credentials, and compares them. */
  'probe.compareSettings': route({
    input: z.object({ profileId: id, otherId: id }),
    output: settingsComparison,
  }),
  /** Ends the probe of a profile after the call in flight; what was found out stays. */
  'probe.cancel': route({ input: z.object({ profileId: id }), output: nothing }),
} as const
