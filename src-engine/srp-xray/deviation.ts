import type { SrpRecipe } from './recipe.ts'

/** One way in which clients are known to compute otherwise than Cognito. */
export interface Deviation {
  /** Stable, as in `k-unsigned`. */
  readonly id: string
  /** What the client does, in a sentence without a full stop. */
  readonly title: string
  /** What it has to do in its place. */
  readonly rule: string
  /** What it puts in the place of Cognito’s steps. */
  readonly changes: Partial<SrpRecipe>
}

/** Gives a deviation its type. */
export const defineDeviation = (deviation: Deviation): Deviation => deviation
