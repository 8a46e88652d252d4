import fc from 'fast-check'
import { expect, it } from 'vitest'
import { modPowBigInt } from '../srp/modular-exponentiation.ts'
import { integerFromBytes } from '../srp/pad.ts'
import { computeClaim, publicValueOf, recipeWith } from './compute-claim.ts'
import type { Deviation } from './deviation.ts'
import { deviations } from './deviations/index.ts'
import { groupOf2048Bits } from './group-of-2048-bits.ts'
import { hypothesesFor, hypothesisExchange, nameDeviations } from './name-deviation.ts'
import type { RecipeUser } from './recipe.ts'

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
  let attempts = 0
  for (const hypothesis of hypothesesFor(user, salt)) {
    attempts += 1
    const exchange = hypothesisExchange(hypothesis, user, salt, random, modPowBigInt)
    const a = random(16)
    const claim = computeClaim(recipe, user, { ...exchange, secretBlock }, a, now, modPowBigInt)
    const A = publicValueOf(recipe, a, modPowBigInt)
    const named = nameDeviations(exchange, A, user, secretBlock, claim, modPowBigInt)
    if (named) return { attempts, named: named.map(({ id }) => id) }
  }
  return { attempts, named: undefined }
}

/** Deviations that show about every second time: the first bit of S and of u is not in our hand. */
const sometimes = ['s-unsigned', 'key-salt-unsigned']

const randomness = fc.infiniteStream(fc.integer({ min: 0, max: 255 }))
const bytesOf = (stream: Iterable<number>) => {
  const values = stream[Symbol.iterator]()
  return (length: number) =>
    Uint8Array.from({ length }, () => (values.next() as IteratorResult<number, number>).value)
}

it.each(deviations.map((deviation) => [deviation.id, deviation] as const))(
  'a client with the deviation %s is named, in at most twelve attempts',
  (id, deviation) => {
    fc.assert(
      fc.property(randomness, (stream) => {
        const { attempts, named } = xray(deviation, bytesOf(stream))
        expect(attempts).toBeLessThanOrEqual(12)
        expect(named).toEqual(sometimes.includes(id) && named?.length === 0 ? [] : [id])
      }),
      { numRuns: 1 },
    )
  },
  120_000,
)

it('a right client is never blamed, and is right at the first attempt', () => {
  fc.assert(
    fc.property(randomness, (stream) => {
      expect(xray(undefined, bytesOf(stream))).toEqual({ attempts: 1, named: [] })
    }),
    { numRuns: 3 },
  )
}, 60_000)

it('a wrong password has no deviation’s name', () => {
  const wrong: Deviation = {
    ...{ id: 'wrong', title: '', rule: '' },
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
