import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64 } from '@scure/base'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import android from '../vectors/srp-amplify-android.json' with { type: 'json' }
import constants from '../vectors/srp-constants.json' with { type: 'json' }
import device from '../vectors/srp-device-self.json' with { type: 'json' }
import dotnet from '../vectors/srp-dotnet-extensions.json' with { type: 'json' }
import go from '../vectors/srp-go-cognito-srp.json' with { type: 'json' }
import helper from '../vectors/srp-helper-known-answers.json' with { type: 'json' }
import padded from '../vectors/padhex-java-biginteger.json' with { type: 'json' }
import roundTrip from '../vectors/srp-roundtrip-self.json' with { type: 'json' }
import timestamps from '../vectors/timestamps.json' with { type: 'json' }
import { SrpParameterError, srpComputation, srpKeyPair } from './client.ts'
import { g, k, N } from './group.ts'
import { modPowBigInt } from './modular-exponentiation.ts'
import { integerFromBytes, integerFromHex, pad } from './pad.ts'
import { claimSignature, scrambler } from './password-claim.ts'
import { passwordExponent } from './password-hash.ts'
import { poolName } from './pool-name.ts'
import { srpServerKey, srpServerKeyPair, srpVerifier } from './server.ts'
import { srpTimestamp } from './timestamp.ts'

const bytesOf = (hex: string) =>
  Uint8Array.from(Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex'))

/** One whole client side from fixed inputs, as the public suites give them. */
function claim(input: {
  group: string
  name: string
  password: string
  a: Uint8Array
  SALT: string
  SRP_B: string
}) {
  const pair = srpKeyPair(input.a, modPowBigInt)
  const server = { salt: integerFromHex(input.SALT), B: integerFromHex(input.SRP_B) }
  return {
    pair,
    identity: { group: input.group, name: input.name },
    ...srpComputation(pair, server, input, input.password, modPowBigInt),
  }
}

it('group constants equal Cognito’s (a wrong digit in N would fail every sign-in)', () => {
  expect(N).toBe(BigInt(`0x${constants.N_hex}`))
  expect(g).toBe(BigInt(constants.g))
  expect(k).toBe(integerFromHex(constants.k_hex))
  expect(k).toBe(integerFromBytes(sha256(Uint8Array.from([...pad(N), ...pad(g)]))))
})

it('pads as Java does (a missing 00 breaks half of all sign-ins)', () => {
  const rows = padded.cases.filter((row): row is [number, string] => Number(row[0]) >= 0)
  expect(rows.length).toBeGreaterThan(250)
  for (const [value, hex] of rows) expect(bytesToHex(pad(BigInt(value)))).toBe(hex.toLowerCase())
  for (const [plain, hex] of go.padhex_strings)
    expect(bytesToHex(pad(integerFromHex(String(plain))))).toBe(hex)
})

it('rejects invalid hex instead of reading part of it', () => {
  expect(() => integerFromHex('12g4')).toThrow(SyntaxError)
  expect(() => integerFromHex('')).toThrow(SyntaxError)
})

it('writes TIMESTAMP without a zero before the day (Cognito says “Incorrect username or password.”)', () => {
  for (const row of timestamps.cases) {
    const time = row.unix_ms ?? Date.parse(row.iso)
    expect(srpTimestamp(time)).toBe(row.text)
  }
})

it('reads the pool name after the first underscore only', () => {
  expect(poolName('us-east-1_AbC')).toBe('AbC')
})

it('alexrudd/cognito-srp: A, u, x, S, key and signature', () => {
  const { session } = go
  const computed = claim({
    group: session.poolName,
    name: session.challenge.USER_ID_FOR_SRP,
    password: session.password,
    a: bytesOf(BigInt(session.a_decimal).toString(16)),
    SALT: session.challenge.SALT,
    SRP_B: session.challenge.SRP_B,
  })
  expect(computed.pair.A.toString(16)).toBe(session.A_hex)
  expect(computed.u).toBe(integerFromHex(session.u_hex))
  expect(computed.x).toBe(integerFromHex(session.x_hex))
  expect(computed.S).toBe(integerFromHex(session.S_hex))
  expect(bytesToHex(computed.key)).toBe(session.hkdf_key_hex)
  expect(
    claimSignature(
      computed.key,
      computed.identity,
      session.challenge.SECRET_BLOCK,
      session.TIMESTAMP,
    ),
  ).toBe(session.PASSWORD_CLAIM_SIGNATURE)
  expect(scrambler(integerFromHex(go.u_case.A_hex), integerFromHex(go.u_case.B_hex))).toBe(
    BigInt(go.u_case.u_decimal),
  )
})

it('aws-sdk-net-extensions-cognito: a captured challenge of 2017, its signature, and a second key', () => {
  const full = dotnet.full_claim
  const computed = claim({
    group: full.poolName,
    name: full.username,
    password: full.password,
    a: bytesOf(dotnet.a_hex),
    SALT: full.SALT,
    SRP_B: full.SRP_B,
  })
  expect(computed.S).toBe(integerFromHex(full.S_hex))
  expect(claimSignature(computed.key, computed.identity, full.SECRET_BLOCK, full.TIMESTAMP)).toBe(
    full.expected_PASSWORD_CLAIM_SIGNATURE,
  )
  const second = dotnet.key_only
  const key = claim({
    group: second.poolName,
    name: second.username,
    password: second.password,
    a: bytesOf(dotnet.a_hex),
    SALT: second.SALT,
    SRP_B: second.SRP_B,
  }).key
  expect(base64.encode(key)).toBe(second.expected_key_base64)
})

it('amplify-android: a captured challenge of 2021', () => {
  const computed = claim({
    group: android.poolName,
    name: android.username,
    password: android.password,
    a: bytesOf(android.a_hex),
    SALT: android.SALT,
    SRP_B: android.SRP_B,
  })
  expect(computed.pair.A.toString(16)).toBe(android.A_hex)
  expect(computed.u).toBe(BigInt(android.u_decimal))
  expect(computed.x).toBe(BigInt(android.x_decimal))
  expect(computed.S).toBe(BigInt(android.S_decimal))
  expect(base64.encode(computed.key)).toBe(android.hkdf_key_base64)
  expect(
    claimSignature(computed.key, computed.identity, android.SECRET_BLOCK, android.TIMESTAMP),
  ).toBe(android.PASSWORD_CLAIM_SIGNATURE)
})

it('cognito-srp-helper: its known signature', () => {
  const computed = claim({
    group: helper.poolIdAbbr,
    name: helper.sub,
    password: helper.password,
    a: bytesOf(helper.smallA),
    SALT: helper.salt,
    SRP_B: helper.largeB,
  })
  expect(computed.pair.A.toString(16)).toBe(helper.largeA)
  expect(claimSignature(computed.key, computed.identity, helper.secret, helper.timestamp)).toBe(
    helper.passwordSignature,
  )
})

it('device SRP: the same arithmetic over device group and key', () => {
  const computed = claim({
    group: device.DeviceGroupKey,
    name: device.DeviceKey,
    password: device.RANDOM_PASSWORD,
    a: bytesOf(device.a_hex),
    SALT: device.SALT,
    SRP_B: device.SRP_B,
  })
  expect(bytesToHex(computed.key)).toBe(device.hkdf_key_hex)
  expect(
    claimSignature(computed.key, computed.identity, device.SECRET_BLOCK, device.TIMESTAMP),
  ).toBe(device.PASSWORD_CLAIM_SIGNATURE)
})

it('client and server derive the same key, with the verifier of the recorded round trip', () => {
  const identity = { group: roundTrip.poolName, name: roundTrip.USER_ID_FOR_SRP }
  const salt = integerFromHex(roundTrip.SALT)
  const { verifier } = srpVerifier(identity, roundTrip.password, salt, modPowBigInt)
  expect(verifier).toBe(integerFromHex(roundTrip.verifier_hex))
  const server = srpServerKeyPair(verifier, bytesOf(roundTrip.b_hex), modPowBigInt)
  expect(server.B).toBe(integerFromHex(roundTrip.SRP_B))
  const client = claim({
    ...identity,
    password: roundTrip.password,
    a: bytesOf(roundTrip.a_hex),
    SALT: roundTrip.SALT,
    SRP_B: roundTrip.SRP_B,
  })
  expect(bytesToHex(srpServerKey(client.pair.A, server, verifier, modPowBigInt))).toBe(
    bytesToHex(client.key),
  )
  expect(bytesToHex(client.key)).toBe(roundTrip.hkdf_key_hex)
})

it('rejects B = 0 mod N, with which a hostile server would know the key', () => {
  const pair = srpKeyPair(bytesOf('0123456789abcdef'), modPowBigInt)
  for (const B of [0n, N, 2n * N])
    expect(() =>
      srpComputation(pair, { salt: 1n, B }, { group: 'p', name: 'u' }, 'pw', modPowBigInt),
    ).toThrow(SrpParameterError)
})

it('hashes the password of a device as the .NET client does', () => {
  const { deviceGroupKey, deviceKey, password, expected_sha256_base64 } =
    dotnet.device_password_hash
  expect(base64.encode(sha256(utf8ToBytes(`${deviceGroupKey}${deviceKey}:${password}`)))).toBe(
    expected_sha256_base64,
  )
  expect(passwordExponent({ group: deviceGroupKey, name: deviceKey }, password, 1n)).toBe(
    integerFromBytes(sha256(Uint8Array.from([1, ...base64.decode(expected_sha256_base64)]))),
  )
})

it('pads any integer to its own two’s-complement bytes, and reads them back', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 3100n }), (value) => {
      const bytes = pad(value)
      expect(integerFromBytes(bytes)).toBe(value)
      expect((bytes[0] ?? 0) < 0x80).toBe(true)
      expect(bytes.length === 1 || bytes[0] !== 0 || (bytes[1] ?? 0) >= 0x80).toBe(true)
    }),
  )
})

it('raises to a power as multiplication does', () => {
  const small = fc.bigInt({ min: 0n, max: 2n ** 80n })
  fc.assert(
    fc.property(small, fc.integer({ min: 0, max: 60 }), small, (base, exponent, modulus) => {
      const m = modulus + 2n
      expect(modPowBigInt(base, BigInt(exponent), m)).toBe(base ** BigInt(exponent) % m)
    }),
  )
})

it('client and server derive the same key for any password, name and random numbers', () => {
  const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 }).filter((b) => b.some(Boolean))
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      bytes,
      bytes,
      fc.bigInt({ min: 0n, max: 2n ** 128n }),
      (password, name, a, b, salt) => {
        const identity = { group: 'Pool', name }
        const { verifier } = srpVerifier(identity, password, salt, modPowBigInt)
        const client = srpKeyPair(a, modPowBigInt)
        const server = srpServerKeyPair(verifier, b, modPowBigInt)
        const { key } = srpComputation(
          client,
          { salt, B: server.B },
          identity,
          password,
          modPowBigInt,
        )
        expect(srpServerKey(client.A, server, verifier, modPowBigInt)).toEqual(key)
      },
    ),
    { numRuns: 8 },
  )
})
