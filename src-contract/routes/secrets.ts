import { z } from 'zod'
import { route } from '../define.ts'
import { id, nothing } from '../values.ts'

/** Calls that reveal or copy one secret, or a text. */
export const secretRoutes = {
  /** Shows one secret because the person asked for it. */
  'secret.reveal': route({
    input: z.object({ runId: id, mark: z.string() }),
    output: z.object({ text: z.string() }),
  }),
  /** Puts one secret on the clipboard, and clears it from there after a while. */
  'secret.copy': route({
    input: z.object({ runId: id, mark: z.string() }),
    output: z.object({ clearedAfter: z.number() }),
  }),
  'text.copy': route({ input: z.object({ text: z.string() }), output: nothing }),
} as const
