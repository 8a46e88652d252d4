import { z } from 'zod/mini'
import type { ReadOnly } from './read-only.ts'

const capturedPart = z.enum([
  'request headers',
  'request body',
  /** Some members of the body: a log masked them. */
  'request members',
  'response',
  'response headers',
  'response body',
  'response members',
  'start time',
  'timings',
])

/** A part of an exchange that a recording can lack. */
export type CapturedPart = z.output<typeof capturedPart>

const notCapturedSchema = z.object({
  part: capturedPart,
  /** Why it is not there, in a sentence. */
  reason: z.string(),
  /** How to record it the next time, in a sentence. */
  advice: z.exactOptional(z.string()),
})

/** What a recording left out. It is shown as *not captured*, never as empty. */
export type NotCaptured = ReadOnly<z.output<typeof notCapturedSchema>>
export const notCaptured: z.ZodMiniType<NotCaptured> = notCapturedSchema
