/**
 * A property of a secret that explains a failure and gives nothing of the secret away: that
 * SECRET_HASH was computed over the alias, that the TOTP code is of the step before. Computed once,
 * where the secret is known, by `src-engine/facts/`. Its values are words of ours, numbers and
 * flags: never a text that a person typed, so that a redacted export keeps all of them.
 */
export interface Fact {
  /** As in `secret-hash`; `src-engine/facts/index.ts` lists them. A name from elsewhere is kept. */
  readonly name: string
  readonly values: Readonly<Record<string, FactValue>>
}

/** One value of a fact. */
export type FactValue = string | number | boolean
