import type { ModPow } from '../srp/modular-exponentiation.ts'
import { base, rightRecipe, type RecipeUser, type SrpRecipe } from './recipe.ts'

/** What a client gets with the challenge. */
export interface ReceivedChallenge {
  readonly salt: bigint
  readonly B: bigint
  /** SECRET_BLOCK (base64). */
  readonly secretBlock: string
}

/** What a client answers with. */
export interface SentClaim {
  readonly signature: string
  readonly timestamp: string
}

/** SRP_A of a client that computes by this recipe. */
export const publicValueOf = ({ N }: SrpRecipe, a: bigint, modPow: ModPow): bigint =>
  modPow(base, a, N)

/** The answer of a client that computes by this recipe, from its own private value a. */
export function computeClaim(
  recipe: SrpRecipe,
  user: RecipeUser,
  { B, salt, secretBlock }: ReceivedChallenge,
  a: bigint,
  now: number,
  modPow: ModPow,
): SentClaim {
  const { N, k } = recipe
  const x = recipe.x(user, salt)
  const u = recipe.u(publicValueOf(recipe, a, modPow), B)
  const S = modPow((((B - k * modPow(base, x, N)) % N) + N) % N, a + u * x, N)
  const timestamp = recipe.timestamp(now)
  const message = recipe.message({ ...user, secretBlock, timestamp })
  return { timestamp, signature: recipe.sign(recipe.key(S, u), message) }
}

/** The right recipe, with what these deviations put in its place. */
export const recipeWith = (...changes: readonly Partial<SrpRecipe>[]): SrpRecipe =>
  Object.assign({}, rightRecipe, ...changes) as SrpRecipe
