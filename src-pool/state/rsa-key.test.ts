import { createPublicKey, sign, verify } from 'node:crypto'
import { expect, it } from 'vitest'
import { newRsaKey } from './rsa-key.ts'

it('a new key has 2048 bits and the default exponent, and its signature verifies', async () => {
  const [key, other] = await Promise.all([newRsaKey(), newRsaKey()])
  expect(key.asymmetricKeyDetails).toEqual({ modulusLength: 2048, publicExponent: 65_537n })
  const text = Buffer.from('signed')
  const signature = sign('sha256', text, key)
  expect(verify('sha256', text, createPublicKey(key), signature)).toBe(true)
  expect(verify('sha256', text, createPublicKey(other), signature)).toBe(false)
})
