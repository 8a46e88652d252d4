import { z } from 'zod/mini'
import { secretKinds } from '../secret/secret.ts'
import type { ReadOnly } from './read-only.ts'

const markedSecretSchema = z.object({
  mark: z.string(),
  kind: z.enum(secretKinds),
  /** In characters. */
  length: z.number(),
})

/** What an open event says of a secret: its mark, its kind and its length. */
export type MarkedSecret = ReadOnly<z.output<typeof markedSecretSchema>>
export const markedSecret: z.ZodMiniType<MarkedSecret> = markedSecretSchema
