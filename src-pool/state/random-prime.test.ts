import { checkPrimeSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { randomPrime } from './random-prime.ts'

it('is a prime of the length that was asked for, and another one each time', async () => {
  const primes = await Promise.all([512, 512, 1024].map((bits) => randomPrime(bits)))
  expect(primes.map((prime) => prime.toString(2).length)).toEqual([512, 512, 1024])
  expect(primes.filter((prime) => checkPrimeSync(prime))).toEqual(primes)
  expect(new Set(primes).size).toBe(3)
})

it('makes a product of twice its length', async () => {
  const [p, q] = await Promise.all([randomPrime(512), randomPrime(512)])
  expect((p * q).toString(2).length).toBe(1024)
})
