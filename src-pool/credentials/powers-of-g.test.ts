import fc from 'fast-check'
import { expect, it } from 'vitest'
import { g, N } from '#engine/srp/group.ts'
import { modPowBigInt } from '#engine/srp/modular-exponentiation.ts'
import { withPowersOfG } from './powers-of-g.ts'

it('looks up the power that the exponentiation computes, for any exponent', () => {
  const power = withPowersOfG(modPowBigInt)
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 1n << 66n }), (exponent) => {
      expect(power(g, exponent, N)).toBe(modPowBigInt(g, exponent, N))
    }),
    { numRuns: 30 },
  )
  for (const bits of [32n, 64n])
    expect(power(g, (1n << bits) - 1n, N)).toBe(modPowBigInt(g, (1n << bits) - 1n, N))
})

it('leaves every other base to the exponentiation', () => {
  expect(withPowersOfG(modPowBigInt)(3n, 77n, N)).toBe(3n ** 77n % N)
})
