import { z } from 'zod'
import { route } from '../define.ts'
import { id, nothing } from '../values.ts'

/** A Lambda trigger of a practice pool. */
export const trigger = z.object({
  name: z.string(),
  /** When it runs and what it may change. */
  purpose: z.string(),
  /** JavaScript; absent where the pool has no such trigger. */
  source: z.string().optional(),
  /** The function that LambdaConfig names. Without a source, calls that invoke it fail. */
  arn: z.string().optional(),
  /** The source in the pool's configuration. */
  configured: z.string().optional(),
  /** A short example. */
  template: z.string(),
  /** LambdaVersion of its event, and those that the pool's tier has; absent where there is but one. */
  version: z.object({ chosen: z.string(), offered: z.array(z.string()) }).optional(),
})
export type Trigger = z.output<typeof trigger>

/** The result of one execution of a trigger on a sample event. */
export const trial = z.object({
  triggerSource: z.string(),
  /** JSON text. */
  event: z.string(),
  /** JSON text; absent when it did not return. */
  answer: z.string().optional(),
  /** The exception and its text that a caller would get. */
  error: z.string().optional(),
  /** The line of the source at which it failed, where that is known. */
  line: z.number().optional(),
  console: z.array(z.string()),
  durationMs: z.number(),
})
export type Trial = z.output<typeof trial>

const ofPool = z.object({ userPoolId: id })
const source = z.string().min(1).max(65_536)

/** Calls about the triggers of practice pools. */
export const triggerRoutes = {
  'trigger.list': route({ input: ofPool, output: z.array(trigger) }),
  /** Without a source the pool has the trigger no longer. */
  'trigger.set': route({
    input: ofPool.extend({ name: z.string(), source: source.optional() }),
    output: nothing,
  }),
  /** Gives the event of PreTokenGeneration another version. */
  'trigger.setVersion': route({ input: ofPool.extend({ version: id }), output: nothing }),
  /** Runs a source once on a sample event; nothing is kept. */
  'trigger.try': route({ input: ofPool.extend({ name: z.string(), source }), output: trial }),
} as const
