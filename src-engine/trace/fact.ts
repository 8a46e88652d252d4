import { z } from 'zod/mini'
import type { ReadOnly } from './read-only.ts'

const factSchema = z.object({
  /** As in `secret-hash`; `src-engine/facts/index.ts` lists them. A name from elsewhere is kept. */
  name: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})

/**
 * A property of a secret that explains a failure and gives nothing of the secret away: that
 * SECRET_HASH was computed over the alias, that the TOTP code is of the step before. Computed once,
 * where the secret is known, by `src-engine/facts/`. Its values are words of ours, numbers and
 * flags: never a text that a person typed, so that a redacted export keeps all of them.
 */
export type Fact = ReadOnly<z.output<typeof factSchema>>
export const fact: z.ZodMiniType<Fact> = factSchema

/** One value of a fact. */
export type FactValue = Fact['values'][string]
