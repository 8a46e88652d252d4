import fc from 'fast-check'
import { expect, it } from 'vitest'
import { g, N } from '#engine/srp/group.ts'
import { modPowBigInt, type ModPow } from '#engine/srp/modular-exponentiation.ts'
import { withPowerTables } from './power-tables.ts'

it('looks up the same power that the exponentiation computes, however often a base is used', () => {
  const power = withPowerTables(modPowBigInt)
  const verifier = N / 3n
  const exponents = fc.oneof(
    fc.bigInt({ min: 0n, max: 1n << 40n }),
    fc.bigInt({ min: 1n << 255n, max: 1n << 260n }),
  )
  fc.assert(
    fc.property(fc.constantFrom(g, verifier), exponents, (base, exponent) => {
      expect(power(base, exponent, N)).toBe(modPowBigInt(base, exponent, N))
    }),
    { numRuns: 100 },
  )
  const longest = (1n << 256n) - 1n
  expect(power(verifier, longest, N)).toBe(modPowBigInt(verifier, longest, N))
})

it('leaves rarely used bases, long exponents and other moduli to the exponentiation', () => {
  const computed: bigint[] = []
  const modPow: ModPow = (base, exponent, modulus) => {
    computed.push(base)
    return modPowBigInt(base, exponent, modulus)
  }
  const power = withPowerTables(modPow)
  for (let use = 0; use < 20; use += 1) power(g, 77n, N)
  expect(computed).toHaveLength(16)

  computed.length = 0
  expect(power(g, 1n << 256n, N)).toBe(modPowBigInt(g, 1n << 256n, N))
  expect(power(g, 77n, 1009n)).toBe(modPowBigInt(g, 77n, 1009n))
  for (let base = 3n; base < 20n; base += 1n) power(base, 77n, N)
  // Seventeen others were used since: g has no table now.
  power(g, 77n, N)
  expect(computed).toEqual([g, g, ...Array.from({ length: 17 }, (_, at) => BigInt(at + 3)), g])
})
