import fc from 'fast-check'
import { expect, it } from 'vitest'
import { claimList, claimSensitivity } from './claim-list.ts'
import { absentClaims, explainClaim, tokenLifetime } from './claims.ts'
import { shownLifetime } from '../units/duration.ts'
import { timeText } from './time-text.ts'

const now = Date.UTC(2026, 0, 31, 12)
const context = { use: 'id', now } as const

it('shows a time in UTC and how far away it is', () => {
  expect(explainClaim('exp', now / 1000 + 3598, context).reading).toBe(
    '2026-01-31 12:59:58 UTC, in 59 min 58 s',
  )
  expect(timeText(now / 1000 - 90_061, now)).toBe('2026-01-30 10:58:59 UTC, 1 d 1 h ago')
  expect(timeText(now / 1000, now)).toBe('2026-01-31 12:00:00 UTC, now')
  expect(timeText(1e300, now)).toBe('not a time')
})

it.each([
  [0, '0 s'],
  [59_499, '59 s'],
  [59_500, '1 min'],
  [3_600_000, '1 h'],
  [3_605_000, '1 h'],
  [86_400_000 * 30, '30 d'],
])('shows %d ms as %s', (ms, text) => {
  expect(shownLifetime(ms)).toBe(text)
})

it('describes levels, methods and scopes, and shows unknown ones', () => {
  expect(explainClaim('acr', 'urn:cognito:loa:4', context).reading).toContain('authenticator')
  expect(explainClaim('amr', ['pwd', 'new_way', 'mfa'], context).reading).toBe(
    'a password; new_way; two or more factors',
  )
  expect(explainClaim('scope', 'openid api/read', { ...context, use: 'access' }).reading).toBe(
    'an ID token; api/read',
  )
})

it('names the pool and region of an issuer, or says that it is not from AWS', () => {
  const reading = (iss: string) => explainClaim('iss', iss, context).reading
  expect(reading('https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A')).toBe(
    'pool eu-west-1_A in eu-west-1',
  )
  expect(reading('https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A')).toContain(
    'several regions',
  )
  expect(reading('http://127.0.0.1:9229/local_A')).toContain('not an AWS issuer')
})

it('explains custom and unknown claims, and a claim in the wrong token', () => {
  expect(explainClaim('custom:team', 'x', context).meaning).toContain('“team”')
  expect(explainClaim('my_claim', 'x', context).meaning).toContain('pre-token trigger')
  expect(explainClaim('email', 'x', { ...context, use: 'access' }).meaning).toContain(
    'does not write it into an access token',
  )
})

it('says what clients and verifiers trip over in the claims of managed login', () => {
  const meaning = (name: string) => explainClaim(name, 'x', context).meaning
  expect(meaning('nonce')).toContain('Cognito’s own')
  expect(meaning('at_hash')).toContain('InitiateAuth does not write it')
  expect(meaning('email_verified')).toContain('a string in the response of userInfo')
})

it('explains any claim with any value without throwing', () => {
  const name = fc.oneof(
    fc.string(),
    fc.constantFrom(...claimList.keys(), 'constructor', '__proto__'),
  )
  fc.assert(
    fc.property(name, fc.anything(), (claim, value) => {
      const { meaning, reading } = explainClaim(claim, value, context)
      expect(meaning).not.toBe('')
      expect(['string', 'undefined']).toContain(typeof reading)
    }),
  )
})

it('explains a claim whose value is an object with members named like those of every object', () => {
  const value: unknown = JSON.parse('{"toString":0,"valueOf":0}')
  for (const name of claimList.keys())
    for (const given of [value, [value]])
      expect(explainClaim(name, given, context).meaning, name).not.toBe('')
})

it('says why a claim is absent, for the token that should have it', () => {
  const why = (use: 'id' | 'access', name: string) =>
    absentClaims(use, {}).find((claim) => claim.name === name)?.why
  expect(why('id', 'email')).toContain('ReadAttributes')
  expect(why('access', 'email')).toContain('GetUser')
  expect(why('access', 'aud')).toContain('client_id')
  expect(why('id', 'aud')).toBeUndefined()
  expect(absentClaims('id', { email: 'a@b.example' }).map(({ name }) => name)).not.toContain(
    'email',
  )
})

it('treats unknown claims as personal, since a trigger may write anything', () => {
  expect(claimSensitivity('custom:team')).toBe('personal')
  expect(claimSensitivity('email')).toBe('personal')
  expect(claimSensitivity('iss')).toBe('public')
})

it('says how long a token is valid and how much of that has passed', () => {
  const claims = { iat: now / 1000 - 900, exp: now / 1000 + 2700 }
  expect(tokenLifetime(claims, now)).toEqual({
    state: 'valid',
    expiresAt: now + 2_700_000,
    leftMs: 2_700_000,
    used: 0.25,
    text: 'expires in 45 min',
  })
  expect(tokenLifetime(claims, now + 3_600_000)).toMatchObject({
    state: 'expired',
    used: 1,
    text: 'expired 15 min ago',
  })
  expect(tokenLifetime({ exp: 'soon' }, now).state).toBe('unknown')
})
