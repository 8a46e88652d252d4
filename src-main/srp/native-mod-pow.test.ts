import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { g, N } from '#engine/srp/group.ts'
import { modPowBigInt } from '#engine/srp/modular-exponentiation.ts'
import { nativeModPow } from './native-mod-pow.ts'

const below = (limit: bigint) => fc.bigInt({ min: 0n, max: limit })

test('the library computes the same as BigInt for any base and exponent', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom(0n, 1n, g, 3n, N - 2n, N - 1n, N, N + 5n), below(N)),
      fc.oneof(fc.constantFrom(0n, 1n, 2n), below(1n << 200n)),
      (base, exponent) => nativeModPow(base, exponent, N) === modPowBigInt(base, exponent, N),
    ),
    { numRuns: 60 },
  )
})

test('the library computes the same as BigInt for an exponent as long as those of SRP', () => {
  const exponent = BigInt(`0x${randomBytes(200).toString('hex')}`)
  expect(nativeModPow(N / 7n, exponent, N)).toBe(modPowBigInt(N / 7n, exponent, N))
  expect(nativeModPow(g, exponent, N)).toBe(modPowBigInt(g, exponent, N))
})

test('a modulus other than N is computed too', () => {
  expect(nativeModPow(5n, 117n, 1_000_003n)).toBe(modPowBigInt(5n, 117n, 1_000_003n))
})
