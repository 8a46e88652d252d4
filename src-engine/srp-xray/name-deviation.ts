import type { ModPow } from '../srp/modular-exponentiation.ts'
import { recipeWith, type SentClaim } from './compute-claim.ts'
import type { Deviation } from './deviation.ts'
import { deviations } from './deviations/index.ts'
import { base, type RecipeUser, type SrpRecipe } from './recipe.ts'

/**
 * What a server assumes of a client before it sends B: that the client has this fault in what goes
 * into S beside its own secret, or none.
 */
export interface Hypothesis {
  readonly deviation: Deviation | undefined
  readonly recipe: SrpRecipe
}

/** The server’s half of an exchange that is made for one hypothesis. */
export interface HypothesisExchange {
  readonly hypothesis: Hypothesis
  readonly salt: bigint
  readonly verifier: bigint
  readonly b: bigint
  readonly B: bigint
}

const isBeforeS = ({ changes: { N, k, x } }: Deviation): boolean =>
  N !== undefined || k !== undefined || x !== undefined

/** Deviations that SRP_A itself shows: it is far shorter than N. */
const deviationsInGroup: readonly Deviation[] = deviations.filter(
  ({ changes }) => changes.N !== undefined,
)

/** The deviations that change what goes into S; a server has to send another B to see each. */
const deviationsBeforeS: readonly Deviation[] = deviations.filter(
  (one) => isBeforeS(one) && !deviationsInGroup.includes(one),
)

/** Those that the proof at hand shows. */
const deviationsAfterS: readonly Deviation[] = deviations.filter((one) => !isBeforeS(one))

const hypothesisOf = (deviation?: Deviation): Hypothesis => ({
  deviation,
  recipe: recipeWith(deviation?.changes ?? {}),
})

/**
 * Every hypothesis about a client of this user that needs a B of its own, the right one first; those
 * that make no difference for this user are left out, as that of the alias where none was typed.
 * One B serves one of them: to test two at once is what k prevents in SRP-6a.
 */
export function hypothesesFor(user: RecipeUser, salt: bigint): readonly Hypothesis[] {
  const all = [hypothesisOf(), ...deviationsBeforeS.map(hypothesisOf)]
  const seen = new Set<string>()
  return all.filter(({ recipe: { k, N, x } }) => {
    const key = [k, N, x(user, salt)].join(' ')
    return !seen.has(key) && seen.add(key)
  })
}

/**
 * The hypothesis about the group that SRP_A suggests before any B is sent: a right client’s is as
 * short as this once in 2^1024 sign-ins, unless its own secret is a small number.
 */
export function hypothesisFromPublicValue(A: bigint): Hypothesis | undefined {
  const found = deviationsInGroup.find(({ changes: { N } }) => N !== undefined && A < N)
  return found && hypothesisOf(found)
}

/**
 * Makes salt, verifier and B so that a client with exactly this fault proves itself. B has its first
 * bit set, so that a missing sign byte shows.
 * @param random gives that many random bytes as a number
 */
export function hypothesisExchange(
  hypothesis: Hypothesis,
  user: RecipeUser,
  salt: bigint,
  random: (bytes: number) => bigint,
  modPow: ModPow,
): HypothesisExchange {
  const { k, N, x } = hypothesis.recipe
  const verifier = modPow(base, x(user, salt), N)
  const bits = N.toString(2).length
  for (;;) {
    const b = random(16)
    const B = (k * verifier + modPow(base, b, N)) % N
    if (B >> BigInt(bits - 1) === 1n) return { hypothesis, salt, verifier, b, B }
  }
}

/**
 * Names what a client did otherwise, from its proof: nothing where no known deviation, on top of the
 * hypothesis, gives this signature. An empty list is the recipe of the hypothesis itself.
 */
export function nameDeviations(
  { b, B, hypothesis, verifier }: HypothesisExchange,
  A: bigint,
  user: RecipeUser,
  secretBlock: string,
  { signature, timestamp }: SentClaim,
  modPow: ModPow,
): readonly Deviation[] | undefined {
  const { N } = hypothesis.recipe
  // Most deviations leave u as it is, and S is what takes the time.
  const secrets = new Map<bigint, bigint>()
  const secretFor = (u: bigint): bigint => {
    const S = secrets.get(u) ?? modPow((A * modPow(verifier, u, N)) % N, b, N)
    secrets.set(u, S)
    return S
  }
  const proves = (recipe: SrpRecipe): boolean => {
    try {
      const u = recipe.u(A, B)
      const message = recipe.message({ ...user, secretBlock, timestamp })
      return recipe.sign(recipe.key(secretFor(u), u), message) === signature
    } catch {
      return false
    }
  }
  const before = hypothesis.deviation ? [hypothesis.deviation] : []
  const formOf = deviationsAfterS.filter(
    ({ changes }) => changes.timestamp?.(Date.parse(timestamp)) === timestamp,
  )
  if (proves(hypothesis.recipe)) return isWrittenRight(timestamp) ? before : [...before, ...formOf]
  const found = deviationsAfterS.find(({ changes }) => {
    const changed = recipeWith(hypothesis.recipe, changes)
    return changes.timestamp === undefined && proves(changed)
  })
  return found && [...before, found]
}

const isWrittenRight = (timestamp: string): boolean =>
  recipeWith().timestamp(Date.parse(timestamp)) === timestamp
