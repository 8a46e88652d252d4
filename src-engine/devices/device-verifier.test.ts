import { createDeviceVerifier } from 'cognito-srp-helper'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import vector from '../vectors/srp-device-self.json' with { type: 'json' }
import { reveal, Secret } from '../secret/secret.ts'
import { modPowBigInt } from '../srp/modular-exponentiation.ts'
import { integerFromBytes, pad } from '../srp/pad.ts'
import { srpVerifier } from '../srp/server.ts'
import { deviceVerifier } from './device-verifier.ts'

const bytesOf = (text: string, encoding: 'base64' | 'hex') =>
  Uint8Array.from(Buffer.from(text, encoding))

/** Gives these bytes for randomness, in order. */
function drawn(...all: readonly Uint8Array[]) {
  const left = [...all]
  return (length: number) => {
    const next = left.shift()
    expect(next).toHaveLength(length)
    return next!
  }
}

it('the verifier equals that of amazon-cognito-identity-js for its test vectors', () => {
  const computed = deviceVerifier(
    { group: vector.DeviceGroupKey, key: vector.DeviceKey },
    {
      modPow: modPowBigInt,
      randomBytes: drawn(
        bytesOf(vector.RANDOM_PASSWORD, 'base64'),
        bytesOf(vector.salt_hex, 'hex'),
      ),
    },
  )
  expect(computed.config).toEqual(vector.DeviceSecretVerifierConfig)
  expect(reveal(computed.password)).toBe(vector.RANDOM_PASSWORD)
})

it('the password is long enough, and every value but the device key is a secret', () => {
  const computed = deviceVerifier(
    { group: 'group', key: 'us-east-1_key' },
    { modPow: modPowBigInt, randomBytes: (length) => new Uint8Array(length).fill(0xf5) },
  )
  expect(reveal(computed.password)).toHaveLength(56)
  // The first bit of the salt is set, so a byte of zeros is before it.
  expect(Buffer.from(computed.config.Salt, 'base64')).toHaveLength(17)
  expect(computed.shown.map(({ name }) => name)).toEqual([
    'DeviceGroupKey',
    'DeviceKey',
    'password',
    'salt',
    'x',
    'v',
    'Salt',
    'PasswordVerifier',
  ])
  const secret = computed.shown.filter(({ value }) => value instanceof Secret)
  expect(secret.map(({ name }) => name)).toEqual([
    'DeviceGroupKey',
    'password',
    'salt',
    'x',
    'v',
    'Salt',
    'PasswordVerifier',
  ])
})

it('cognito-srp-helper computes the same verifier for the same device', () => {
  const key = 'eu-west-1_0a1b2c3d-0000-4000-8000-000000000000'
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 12, unit: 'binary-ascii' }), (group) => {
      const theirs = createDeviceVerifier(key, group)
      const { PasswordVerifier, Salt } = theirs.DeviceSecretVerifierConfig
      const salt = integerFromBytes(bytesOf(Salt!, 'base64'))
      const ours = srpVerifier(
        { group, name: key },
        theirs.DeviceRandomPassword,
        salt,
        modPowBigInt,
      )
      expect(Buffer.from(pad(ours.verifier)).toString('base64')).toBe(PasswordVerifier)
      expect(Buffer.from(pad(salt)).toString('base64')).toBe(Salt)
    }),
    { numRuns: 5 },
  )
})
