import { z } from 'zod'
import { route } from '../define.ts'
import { id, nothing } from '../values.ts'

/** What of a secret is copied: the value, or the header that a call with a token carries. */
export const copiedAs = z.enum(['value', 'authorization header'])
export type CopiedAs = z.output<typeof copiedAs>

/** Calls that reveal or copy one secret, or a text. */
export const secretRoutes = {
  /** Shows one secret because the person asked for it. */
  'secret.reveal': route({
    input: z.object({ runId: id, mark: z.string() }),
    output: z.object({ text: z.string() }),
  }),
  /** Puts one secret on the clipboard, and clears it from there after a while. */
  'secret.copy': route({
    input: z.object({ runId: id, mark: z.string(), as: copiedAs.default('value') }),
    output: z.object({ clearedAfter: z.number() }),
  }),
  'text.copy': route({ input: z.object({ text: z.string() }), output: nothing }),
} as const
