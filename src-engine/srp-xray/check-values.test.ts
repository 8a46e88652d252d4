import { bytesToHex } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'
import { expect, it } from 'vitest'
import { modPowBigInt } from '../srp/modular-exponentiation.ts'
import { checkValues } from './check-values.ts'
import { recipeWith } from './compute-claim.ts'
import { deviations } from './deviations/index.ts'
import { readPastedValues, type PastedValues } from './pasted-values.ts'
import { base, type SrpRecipe } from './recipe.ts'

const user = {
  userPoolId: 'eu-central-1_XrayPool1',
  userId: '5d0f5d2c-2b0f-4d5b-9c0a-0d7f0b3e6a11',
  typed: 'ada@example.com',
  password: 'Correct horse 1!',
}
const secretBlock = base64.encode(new TextEncoder().encode('the server’s secret'))
const timestamp = 'Sun Nov 1 12:00:00 UTC 2026'

/** Every value of a client that computes by this recipe; the first bits are set, so that all shows. */
function valuesOf(recipe: SrpRecipe): PastedValues {
  const salt = 0xf00dn << 112n
  for (let a = 0x1234567890abcdef1234567890abcdefn; ; a += 2n) {
    const A = modPowBigInt(base, a, recipe.N)
    const B = (recipe.N * 7n) / 8n
    const u = recipe.u(A, B)
    const x = recipe.x(user, salt)
    const S = modPowBigInt(
      (((B - recipe.k * modPowBigInt(base, x, recipe.N)) % recipe.N) + recipe.N) % recipe.N,
      a + u * x,
      recipe.N,
    )
    if (![A, u, S].every((value) => /^[89a-f]/.test(value.toString(16)))) continue
    const K = recipe.key(S, u)
    const sent = recipe.timestamp(Date.parse(timestamp))
    const message = recipe.message({ ...user, secretBlock, timestamp: sent })
    const numbers = { a, A, B, k: recipe.k, u, x, S, salt }
    return {
      ...user,
      ...Object.fromEntries(Object.entries(numbers).map(([name, n]) => [name, n.toString(16)])),
      K: bytesToHex(K),
      secretBlock,
      timestamp: sent,
      message: bytesToHex(message),
      signature: recipe.sign(K, message),
    }
  }
}

const right = ['A', 'k', 'u', 'x', 'S', 'K', 'message', 'signature', 'timestamp']
const numbers = ['salt', 'a', 'A', 'B', 'k', 'u', 'x', 'S']
const values = valuesOf(recipeWith())

/** The values of a correct client, each of whose numbers and bytes is written in another way. */
const written = (number: (hex: string) => string, bytes: (hex: string) => string) =>
  Object.entries(values).map(([name, value]): [string, string] => [
    name,
    numbers.includes(name) ? number(value) : /^(?:K|message)$/.test(name) ? bytes(value) : value,
  ])
const even = (hex: string) => (hex.length % 2 === 0 ? hex : `0${hex}`)
const inBase64 = (hex: string) => Buffer.from(even(hex), 'hex').toString('base64')
const inDecimal = (hex: string) => BigInt(`0x${hex}`).toString()
const withColons = (hex: string) => even(hex).replaceAll(/(..)(?!$)/g, '$1:')
const with0x = (hex: string) => `0x${hex.toUpperCase()}`
const json = (pairs: readonly [string, string][]) => JSON.stringify(Object.fromEntries(pairs))
const lines = (pairs: readonly [string, string][]) => pairs.map((one) => one.join(' = ')).join('\n')

it.each([
  ['hex', json(written(String, String))],
  ['hex with a prefix', lines(written(with0x, with0x))],
  ['hex with colons', lines(written(withColons, withColons))],
  ['base64', json(written(inBase64, inBase64))],
  ['decimal', json(written(inDecimal, inBase64))],
  ['decimal numbers of JSON', json(written(inDecimal, String)).replaceAll(/"(\d{20,})"/g, '$1')],
  [
    'lines with quotation marks',
    written(with0x, String)
      .map(([name, value]) => `${name} = '${value}'`)
      .join('\n'),
  ],
])('all values of a correct client are correct in %s', (_, text) => {
  const checks = checkValues(readPastedValues(text).values, modPowBigInt)
  expect(checks.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual(
    right.map((name) => `${name} right`),
  )
})

it.each(
  deviations
    .filter(({ id }) => id !== 'group-2048')
    .map((deviation) => [deviation.id, deviation] as const),
)(
  'the first wrong value of a client with %s names it',
  (id, { changes }) => {
    const checks = checkValues(valuesOf(recipeWith(changes)), modPowBigInt)
    const first = checks.find(({ verdict }) => verdict === 'wrong')
    expect(first?.deviation?.id).toBe(id)
  },
  60_000,
)

it('what is not pasted is computed, so that a signature alone can be checked', () => {
  const { K: _K, S: _S, k: _k, message: _message, u: _u, x: _x, ...few } = valuesOf(recipeWith())
  const names = checkValues(few, modPowBigInt).map(({ name, verdict }) => `${name} ${verdict}`)
  expect(names).toContain('signature right')
})

it('names the values that a check needs', () => {
  expect(checkValues({ S: 'ff' }, modPowBigInt)).toMatchObject([
    { name: 'S', verdict: 'unchecked', reason: 'Needs a, B, x, u.' },
  ])
})

it('reads JSON and lines, by the names that clients use', () => {
  const read = { values: { userId: 'ada', A: '1f' }, unknown: ['other'] }
  expect(readPastedValues('{"USERNAME": "ada", "SRP_A": "1f", "other": "x"}')).toEqual(read)
  expect(readPastedValues('USERNAME: ada\nSRP_A = 1f\nother=x\nnothing here')).toEqual(read)
})
