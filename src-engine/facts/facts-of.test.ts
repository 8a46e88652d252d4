import { describe, expect, it } from 'vitest'
import { base64, hex } from '@scure/base'
import { secretHash } from '../secret-hash/secret-hash.ts'
import { reveal, Secret } from '../secret/secret.ts'
import { srpTimestamp } from '../srp/timestamp.ts'
import { totpCode, totpStep } from '../totp/totp.ts'
import { factsOf } from './facts-of.ts'
import type { KnownCall } from './known-call.ts'

const at = Date.UTC(2026, 0, 1, 6, 6, 9)
const clientSecret = Secret.of('client secret', '1abc2def')
const hashOver = (name: string, secret = clientSecret) => reveal(secretHash(secret, name, 'client'))

const factOf = (name: string, call: Partial<KnownCall>) =>
  factsOf({ operation: 'InitiateAuth', clientId: 'client', at, input: {}, ...call }).find(
    (fact) => fact.name === name,
  )?.values

const answering = (ChallengeResponses: Readonly<Record<string, string>>) => ({
  operation: 'RespondToAuthChallenge',
  input: { ChallengeResponses },
})

describe('secret-hash', () => {
  const sent = (hash: string) => ({
    ...answering({ USERNAME: 'alias@example.com', SECRET_HASH: hash }),
    clientSecret,
    names: { typed: 'alias@example.com', userIdForSrp: 'sub-1', ofTokens: 'real' },
  })

  it('says which of the known usernames the hash was computed with', () => {
    const overOf = (name: string) => factOf('secret-hash', sent(hashOver(name)))?.['over']
    expect(overOf('alias@example.com')).toBe('the name sent')
    expect(overOf('sub-1')).toBe('USER_ID_FOR_SRP')
    expect(overOf('real')).toBe('the user name of the tokens')
    expect(overOf('somebody else')).toBe('no name that is known')
  })

  it('recognises the known wrong ways of computing it', () => {
    const computationOf = (hash: string) => factOf('secret-hash', sent(hash))?.['computation']
    const right = hashOver('alias@example.com')
    expect(computationOf(hex.encode(base64.decode(right)))).toBe('in hex')
    expect(computationOf(reveal(secretHash(clientSecret, 'client', 'alias@example.com')))).toBe(
      'client id before the name',
    )
    const withLineEnd = Secret.of('client secret', '1abc2def\n')
    expect(computationOf(hashOver('alias@example.com', withLineEnd))).toBe(
      'with a line break after the secret',
    )
  })

  it('does not guess without the client secret', () => {
    const { clientSecret: _, ...unknown } = sent(hashOver('alias@example.com'))
    expect(factOf('secret-hash', unknown)).toMatchObject({ secret: 'unknown', over: 'not known' })
  })
})

it('sees stray characters at the end of a secret and in a secret that cannot be valid', () => {
  const of = (secret: string) =>
    factOf('client-secret', { clientSecret: Secret.of('client secret', secret) })
  expect(of('1abc2def')).toMatchObject({ edges: 'clean', form: 'possible' })
  expect(of('1abc2def\n')).toMatchObject({ edges: 'a line break at its end', form: 'impossible' })
  expect(of('"1abc2def"')).toMatchObject({ edges: 'quotation marks around it' })
})

it.each([
  ['Thu Jan 1 06:06:09 UTC 2026', 'right', -1],
  ['Thu Jan 01 06:06:09 UTC 2026', 'a zero before the day', 8],
  ['Do. Jan. 1 06:06:09 UTC 2026', 'a weekday or month that is not English', 0],
  ['Thu Jan  1 06:06:09 UTC 2026', 'two spaces', 8],
  ['Thu Jan 1 06:06:09 +00:00 2026', 'a zone that is not UTC', 19],
  ['Fri Jan 1 06:06:09 UTC 2026', 'a weekday that does not fit the date', 0],
  ['2026-01-01T06:06:09Z', 'ISO 8601', 0],
])('reads the timestamp “%s” as %s', (TIMESTAMP, form, wrongAt) => {
  expect(factOf('timestamp', answering({ TIMESTAMP }))).toMatchObject({ form, wrongAt })
})

it('measures how far a timestamp is behind the sender’s clock', () => {
  const TIMESTAMP = srpTimestamp(at - 12 * 3_600_000)
  expect(factOf('timestamp', answering({ TIMESTAMP }))).toMatchObject({ behindMs: 43_200_000 })
})

it('finds the time step of a TOTP code, and says when none is near', () => {
  const totpSecret = Secret.of('totp secret', 'JBSWY3DPEHPK3PXP')
  const of = (code: string) =>
    factOf('totp-code', { ...answering({ SOFTWARE_TOKEN_MFA_CODE: code }), totpSecret })
  expect(of(totpCode(reveal(totpSecret), totpStep(at) - 3))).toMatchObject({ stepsAhead: -3 })
  expect(of('abcdef')).toMatchObject({ of: 'another secret, or a time further away' })
})

it('tells an id token, a truncated token and free text from a refresh token', () => {
  const jwt = (claims: object) =>
    [{ alg: 'RS256' }, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    )
  const of = (REFRESH_TOKEN: string) =>
    factOf('refresh-token', { input: { AuthParameters: { REFRESH_TOKEN } } })?.['kind']
  expect(of(`${jwt({ token_use: 'id' }).join('.')}.c2ln`)).toBe('id token')
  expect(of(`eyJjdHkiOiJKV1QiLC.a.b.c.${'x'.repeat(22)}`)).toBe('refresh token')
  expect(of('eyJjdHkiOiJKV1QiLC.a.b.c.xxxx')).toBe('refresh token, cut off')
  expect(of('nothing of the sort')).toBe('no token of Cognito')
})

it('reads own properties only, so that an object’s prototype adds no facts', () => {
  const input = { AuthParameters: JSON.parse('{"__proto__": {"SRP_A": "0"}}') as never }
  expect(factOf('srp-a', { input })).toBeUndefined()
})

it('contains no part of the strings that it describes', () => {
  const call = {
    ...answering({ USERNAME: 'jane.doe', SECRET_HASH: hashOver('jane.doe') }),
    clientSecret,
    password: Secret.of('password', 'Hunter2-Hunter2'),
  }
  const shown = JSON.stringify(factsOf({ clientId: 'client', at, ...call }))
  expect(shown).not.toMatch(/jane|1abc2def|Hunter2/)
})
