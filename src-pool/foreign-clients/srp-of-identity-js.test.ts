// The arithmetic of amazon-cognito-identity-js, which every other client follows, on random inputs.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as identityJs from 'amazon-cognito-identity-js'
import { srpComputation } from '#engine/srp/client.ts'
import { modPowBigInt } from '#engine/srp/modular-exponentiation.ts'
import { pad } from '#engine/srp/pad.ts'
import { g, N } from '#engine/srp/group.ts'
import { srpServerKey, srpServerKeyPair, srpVerifier } from '#engine/srp/server.ts'

/** Its own integers, from and to hex. */
interface BigInteger {
  readonly constructor: unknown
  toString(radix: 16): string
}
/** What the package exports in addition to its types. */
interface Helper {
  getSmallAValue(): BigInteger
  readonly largeAValue: BigInteger
  getPasswordAuthenticationKey(
    username: string,
    password: string,
    serverB: BigInteger,
    salt: BigInteger,
    callback: (error: unknown, key: Uint8Array) => void,
  ): void
  generateHashDevice(group: string, key: string, callback: (error: unknown) => void): void
  getRandomPassword(): string
  getSaltDevices(): string
  getVerifierDevices(): string
}
const { AuthenticationHelper } = identityJs as unknown as {
  readonly AuthenticationHelper: new (poolName: string) => Helper
}

const integer = (value: { toString(radix: 16): string }) => BigInt(`0x${value.toString(16)}`)
const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).filter((all) => all.some(Boolean))
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
const hex = (value: bigint) => Buffer.from(pad(value)).toString('hex')

it('reaches the same key as another client for any salt, name, password and B', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[0-9A-Za-z]{1,20}$/),
      name,
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.bigInt({ min: 1n, max: 1n << 128n }),
      bytes(128),
      (group, username, password, salt, random) => {
        const helper = new AuthenticationHelper(group)
        const mine = { a: integer(helper.getSmallAValue()), A: integer(helper.largeAValue) }
        expect(modPowBigInt(g, mine.a, N)).toBe(mine.A)

        const identity = { group, name: username }
        const { verifier } = srpVerifier(identity, password, salt, modPowBigInt)
        const server = srpServerKeyPair(verifier, random, modPowBigInt)
        const BigIntegerOf = helper.largeAValue.constructor as new (
          text: string,
          radix: number,
        ) => BigInteger
        let theirs: Uint8Array = new Uint8Array()
        helper.getPasswordAuthenticationKey(
          username,
          password,
          new BigIntegerOf(server.B.toString(16), 16),
          new BigIntegerOf(salt.toString(16), 16),
          (_error, key) => {
            theirs = key
          },
        )
        const proof = { salt, B: server.B }
        const { key } = srpComputation(mine, proof, identity, password, modPowBigInt)
        expect(Buffer.from(key)).toEqual(Buffer.from(theirs))
        const ofServer = srpServerKey(mine.A, server, verifier, modPowBigInt)
        expect(Buffer.from(ofServer)).toEqual(Buffer.from(theirs))
      },
    ),
    { numRuns: 5 },
  )
})

it('computes the same device verifier as another client', () => {
  const helper = new AuthenticationHelper('')
  fc.assert(
    fc.property(name, fc.uuid(), (group, key) => {
      helper.generateHashDevice(group, key, () => undefined)
      const salt = BigInt(`0x${helper.getSaltDevices()}`)
      const identity = { group, name: key }
      const computed = srpVerifier(identity, helper.getRandomPassword(), salt, modPowBigInt)
      expect(hex(computed.salt)).toBe(helper.getSaltDevices())
      expect(hex(computed.verifier)).toBe(helper.getVerifierDevices())
    }),
    { numRuns: 10 },
  )
})
