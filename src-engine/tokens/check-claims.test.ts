import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkClaims, type ExpectedClaims } from './check-claims.ts'
import { issuersOf } from './issuers.ts'
import { signatureFinding, type SignatureOutcome } from './signature-finding.ts'

const now = Date.UTC(2026, 0, 31, 12)
const seconds = now / 1000

const expected: ExpectedClaims = {
  issuers: issuersOf('eu-west-1_AbCdEf123'),
  clientId: 'client1',
  now,
}

const access = {
  iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123',
  client_id: 'client1',
  token_use: 'access',
  scope: 'aws.cognito.signin.user.admin',
  sub: 'sub-1',
  username: 'ana',
  auth_time: seconds - 60,
  iat: seconds - 60,
  exp: seconds + 3540,
  origin_jti: 'j',
}
const { client_id: aud, scope: _scope, username: _username, ...shared } = access
const id = { ...shared, aud, token_use: 'id', 'cognito:username': 'ana' }

const check = (
  use: 'id' | 'access' | 'unknown',
  claims: Record<string, unknown>,
  change: Partial<ExpectedClaims> = {},
) => checkClaims({ use, claims }, { ...expected, ...change })

const bad = (...args: Parameters<typeof check>) =>
  check(...args)
    .filter(({ level }) => level === 'bad')
    .map(({ code }) => code)

const codes = (...args: Parameters<typeof check>) => check(...args).map(({ code }) => code)

it('finds nothing bad in a good ID token or access token', () => {
  expect(bad('id', id)).toEqual([])
  expect(bad('access', access)).toEqual([])
  expect(codes('access', access)).toContain('no-audience')
  expect(codes('id', id)).toContain('audience-matches')
})

it.each([
  ['eu-west-1_A', 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A'],
  ['eu-west-1_A', 'https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_A'],
  ['cn-north-1_A', 'https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_A'],
])('accepts both forms of the issuer of %s: %s', (pool, issuer) => {
  expect(issuersOf(pool)).toContain(issuer)
  expect(bad('id', { ...id, iss: issuer }, { issuers: issuersOf(pool) })).toEqual([])
})

it('rejects another pool’s issuer, and one with a trailing slash', () => {
  expect(
    bad('id', { ...id, iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_X' }),
  ).toEqual(['issuer-mismatch'])
  expect(
    check('id', { ...id, iss: `${id.iss}/` })
      .map(({ text }) => text)
      .join(),
  ).toContain('“/”')
  expect(issuersOf('no pool ID')).toEqual([])
})

it('compares an ID token’s aud and an access token’s client_id with the client', () => {
  expect(bad('id', { ...id, aud: 'other' })).toEqual(['audience-mismatch'])
  expect(bad('access', { ...access, client_id: 'other' })).toEqual(['audience-mismatch'])
  expect(bad('id', { ...id, aud: ['x', 'client1'] })).toEqual([])
})

it('says that the two tokens were mixed up', () => {
  expect(bad('id', id, { expectedUse: 'access' })).toEqual(['use-unexpected'])
  expect(bad('unknown', { ...id, token_use: undefined })).toEqual(['use-missing'])
})

it('checks times by the server’s clock, and says when the clock difference decides', () => {
  expect(bad('id', { ...id, exp: seconds - 1 })).toEqual(['expired'])
  const ahead = { clockAheadMs: 7_200_000 }
  expect(bad('id', id, ahead)).toEqual(['expired'])
  expect(codes('id', id, ahead)).toContain('clock-decides')
  expect(bad('id', { ...id, iat: seconds + 30 })).toEqual([])
  expect(bad('id', { ...id, iat: seconds + 3000 })).toEqual(['iat-in-future'])
  expect(bad('id', { ...id, nbf: seconds + 3000 })).toEqual(['nbf-in-future'])
  expect(bad('id', { ...id, exp: undefined })).toEqual(['expiry-missing'])
  expect(bad('id', { ...id, exp: 'soon' })).toEqual(['exp-not-a-time', 'expiry-missing'])
})

it('recognises a refreshed token, an unusual lifetime, and an email pool’s username', () => {
  expect(codes('id', { ...id, auth_time: seconds - 9000 })).toContain('refreshed')
  expect(codes('id', { ...id, iat: seconds - 100_000 })).toContain('lifetime-unusual')
  expect(codes('id', { ...id, 'cognito:username': 'sub-1' })).toContain('username-is-sub')
  expect(codes('id', { ...id, origin_jti: undefined })).toContain('not-revocable')
})

it('says that GetUser will refuse the token when the scope is missing', () => {
  expect(codes('access', { ...access, scope: 'openid email' })).toContain('scope-lacks-user-admin')
  expect(codes('access', access)).toContain('scope-user-admin')
})

it('reports nothing about a token that cannot be read', () => {
  expect(checkClaims({ use: 'refresh' }, expected)).toEqual([])
})

it('never throws, whatever the claims are', () => {
  const name = fc.constantFrom(...Object.keys(access), 'aud', 'nbf', 'cognito:username')
  fc.assert(
    fc.property(
      fc.dictionary(name, fc.anything()),
      fc.constantFrom('id', 'access', 'unknown'),
      (claims, use) => {
        for (const { text } of check(use, claims)) expect(text).toBeTypeOf('string')
      },
    ),
  )
})

it('has one sentence for each result of a signature check', () => {
  const outcomes: SignatureOutcome[] = [
    'valid',
    'invalid',
    'unknown key',
    'keys unreachable',
    'not signed',
    'not checked',
  ]
  expect(outcomes.map((outcome) => signatureFinding(outcome).level)).toEqual([
    'good',
    'bad',
    'bad',
    'note',
    'bad',
    'note',
  ])
  expect(signatureFinding('invalid', 'kid k1').text).toContain('(kid k1)')
})
