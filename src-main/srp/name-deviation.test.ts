// Of src-engine/srp-xray/name-deviation.ts: here is the fast arithmetic that many runs need.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nativeModPow } from './native-mod-pow.ts'
import { modPowBigInt } from '#engine/srp/modular-exponentiation.ts'
import { integerFromBytes } from '#engine/srp/pad.ts'
import { computeClaim, publicValueOf, recipeWith } from '#engine/srp-xray/compute-claim.ts'
import type { Deviation } from '#engine/srp-xray/deviation.ts'
import { deviations } from '#engine/srp-xray/deviations/index.ts'
import { groupOf2048Bits } from '#engine/srp-xray/group-of-2048-bits.ts'
import {
  hypothesesFor,
  hypothesisExchange,
  hypothesisFromPublicValue,
  nameDeviations,
  type Hypothesis,
} from '#engine/srp-xray/name-deviation.ts'
import type { RecipeUser, SrpRecipe } from '#engine/srp-xray/recipe.ts'

const user: RecipeUser = {
  userPoolId: 'eu-central-1_XrayPool1',
  userId: '5d0f5d2c-2b0f-4d5b-9c0a-0d7f0b3e6a11',
  typed: 'ada@example.com',
  password: 'Correct horse 1!',
}
const secretBlock = Buffer.from('the server’s secret').toString('base64')
/** The first of a month, when a zero before the day would show. */
const now = Date.UTC(2026, 10, 1, 12)

/** Signs a client in until it has a name, as the practice pool does. */
function xray(client: Deviation | undefined, bytes: (length: number) => Uint8Array) {
  const random = (length: number) => integerFromBytes(bytes(length))
  // The first bit is set, so that a missing sign byte shows.
  const salt = (1n << 127n) | random(15)
  const recipe = recipeWith(client?.changes ?? {})
  const hypotheses = hypothesesFor(user, salt)
  for (let attempts = 1; attempts <= hypotheses.length; attempts += 1) {
    const a = random(16)
    const A = publicValueOf(recipe, a, nativeModPow)
    const hypothesis = hypothesisFromPublicValue(A) ?? hypotheses[attempts - 1]!
    const named = signInWith(recipe, hypothesis, salt, a, random)
    if (named) return { attempts, named: named.map(({ id }) => id) }
  }
  return { attempts: hypotheses.length, named: undefined }
}

/** One sign-in of a client to a server that assumes this of it. */
function signInWith(
  recipe: SrpRecipe,
  hypothesis: Hypothesis,
  salt: bigint,
  a: bigint,
  random: (bytes: number) => bigint,
) {
  const exchange = hypothesisExchange(hypothesis, user, salt, random, nativeModPow)
  const claim = computeClaim(recipe, user, { ...exchange, secretBlock }, a, now, nativeModPow)
  const A = publicValueOf(recipe, a, nativeModPow)
  return nameDeviations(exchange, A, user, secretBlock, claim, nativeModPow)
}

/** Deviations that show about every second time: the first bit of S and of u is not in our hand. */
const sometimes = ['s-unsigned', 'key-salt-unsigned']

const randomness = fc.infiniteStream(fc.integer({ min: 0, max: 255 }))
const bytesOf = (stream: Iterable<number>) => {
  const values = stream[Symbol.iterator]()
  return (length: number) =>
    Uint8Array.from({ length }, () => (values.next() as IteratorResult<number, number>).value)
}

/** Attempts that a deviation takes: those of S have one each, after the first; the others none. */
const hypotheses = hypothesesFor(user, 1n << 127n)
const attemptsOf = (deviation: Deviation): number =>
  Math.max(0, hypotheses.map((one) => one.deviation).indexOf(deviation)) + 1

it('no deviation takes more attempts than there are hypotheses about S, the group included', () => {
  const aboutS = deviations.filter(({ changes: { N, k, x } }) => (N ?? k ?? x) !== undefined).length
  expect(Math.max(...deviations.map(attemptsOf))).toBeLessThanOrEqual(aboutS)
})

it.each(deviations.map((deviation) => [deviation.id, attemptsOf(deviation), deviation] as const))(
  'a client with the deviation %s is named, at attempt %i',
  (id, expected, deviation) => {
    fc.assert(
      fc.property(randomness, (stream) => {
        const { attempts, named } = xray(deviation, bytesOf(stream))
        expect(attempts).toBe(expected)
        expect(named).toEqual(sometimes.includes(id) && named?.length === 0 ? [] : [id])
      }),
      { numRuns: 6 },
    )
  },
  120_000,
)

it('a correct client has no deviation, at the first attempt', () => {
  fc.assert(
    fc.property(randomness, (stream) => {
      expect(xray(undefined, bytesOf(stream))).toEqual({ attempts: 1, named: [] })
    }),
    { numRuns: 20 },
  )
}, 60_000)

it('a correct client is not blamed, whatever the server assumes of it', () => {
  const ofGroup = hypothesisFromPublicValue(1n)
  const assumed = [...hypotheses, ...(ofGroup ? [ofGroup] : [])]
  fc.assert(
    fc.property(randomness, fc.constantFrom(...assumed), (stream, hypothesis) => {
      const bytes = bytesOf(stream)
      const random = (length: number) => integerFromBytes(bytes(length))
      const salt = (1n << 127n) | random(15)
      const named = signInWith(recipeWith(), hypothesis, salt, random(16), random)
      expect(named).toEqual(hypothesis.deviation ? undefined : [])
    }),
    { numRuns: 60 },
  )
}, 60_000)

it('a wrong password is not named as a deviation', () => {
  const wrong: Deviation = {
    id: 'wrong',
    title: '',
    rule: '',
    changes: {
      x: (who, salt) => recipeWith().x({ ...who, password: 'Another 1!' }, salt),
    },
  }
  let next = 0
  const bytes = (length: number) =>
    Uint8Array.from({ length }, () => (next = (next * 5 + 89) % 251))
  expect(xray(wrong, bytes).named).toBeUndefined()
}, 60_000)

it('the 2048-bit group is the one of RFC 5054: 2 has the order of its safe prime', () => {
  const half = (groupOf2048Bits - 1n) / 2n
  for (const witness of [2n, 3n, 5n, 7n]) expect(modPowBigInt(witness, half - 1n, half)).toBe(1n)
  expect(modPowBigInt(2n, groupOf2048Bits - 1n, groupOf2048Bits)).toBe(1n)
})
