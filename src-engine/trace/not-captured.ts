import { z } from 'zod/mini'
import type { ReadOnly } from './read-only.ts'

/** The parts of an exchange that a recording can lack; members of a body are what a log masked. */
export const capturedParts = [
  'request headers',
  'request body',
  'request members',
  'response',
  'response headers',
  'response body',
  'response members',
  'start time',
  'timings',
] as const

/** A part of an exchange that a recording can lack. */
export type CapturedPart = (typeof capturedParts)[number]

const notCapturedSchema = z.object({
  part: z.enum(capturedParts),
  /** Why it is not there, in a sentence. */
  reason: z.string(),
  /** How to record it the next time, in a sentence. */
  advice: z.exactOptional(z.string()),
})

/** What a recording left out. It is shown as *not captured*, never as empty. */
export type NotCaptured = ReadOnly<z.output<typeof notCapturedSchema>>
export const notCaptured: z.ZodMiniType<NotCaptured> = notCapturedSchema
