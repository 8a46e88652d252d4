import type { Secret } from './secret.ts'

/** One value of a computation, for display: a secret one is shown by its mark. */
export interface ShownValue {
  readonly name: string
  readonly value: string | Secret
  /** Where it comes from, in a few words. */
  readonly note: string
}
