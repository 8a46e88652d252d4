import { expect, it } from 'vitest'
import { accessTokenHashFinding } from './access-token-hash.ts'
import { compareTokens } from './compare-tokens.ts'
import { findTokens } from './find-tokens.ts'
import { readToken } from './read-token.ts'
import { tokenNature } from './token-nature.ts'
import { verifierVerdicts } from './verifiers.ts'
import { whyAbsent } from './why-absent.ts'

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const signature = Buffer.alloc(256, 7).toString('base64url')
const pool = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEf123'
const token = (claims: object) => `${part({ kid: 'k', alg: 'RS256' })}.${part(claims)}.${signature}`
const access = token({
  sub: 'u',
  token_use: 'access',
  client_id: 'c',
  iss: pool,
  exp: 4_102_444_800,
})
const id = token({ sub: 'u', token_use: 'id', aud: 'c', iss: pool, exp: 4_102_444_800 })

const namesIn = (text: string) => findTokens(text).map(({ from, token: found }) => [from, found])

it('finds the tokens in pasted text, and the names that they have there', () => {
  const cli = JSON.stringify(
    { AuthenticationResult: { AccessToken: access, IdToken: id } },
    null,
    2,
  )
  expect(namesIn(cli)).toEqual([
    ['AccessToken', access],
    ['IdToken', id],
  ])
  expect(namesIn(`curl https://api -H 'Authorization: Bearer ${access}' -d x`)).toEqual([
    ['Authorization', access],
  ])
  const key = 'CognitoIdentityServiceProvider.26charsclientid.ada%40example.com'
  expect(namesIn(`${key}.idToken=${id}; ${key}.accessToken=${access}; theme=dark`)).toEqual([
    ['idToken', id],
    ['accessToken', access],
  ])
  expect(namesIn(`ID_TOKEN="${id}"\nACCESS_TOKEN=${access}\n`)).toEqual([
    ['ID_TOKEN', id],
    ['ACCESS_TOKEN', access],
  ])
  expect(namesIn(encodeURIComponent(JSON.stringify({ idToken: id })))).toEqual([['idToken', id]])
})

it('finds the tokens of Amplify, of localStorage and of a text that was cut off', () => {
  // The result of fetchAuthSession, and rows as the storage panel of a browser copies them.
  const session = { tokens: { accessToken: access, idToken: id }, userSub: 'u' }
  expect(namesIn(JSON.stringify(session))).toEqual([
    ['accessToken', access],
    ['idToken', id],
  ])
  const key = 'CognitoIdentityServiceProvider.26charsclientid.ada@example.com'
  expect(namesIn(`${key}.clockDrift\t0\n${key}.idToken\t${id}\n`)).toEqual([['idToken', id]])
  const dump = JSON.stringify({ [`${key}.accessToken`]: access, [`${key}.idToken`]: id }, null, 2)
  expect(namesIn(dump)).toEqual([
    ['accessToken', access],
    ['idToken', id],
  ])
  const cut = id.slice(0, -200)
  expect(namesIn(`{"IdToken": "${cut}`)).toEqual([['IdToken', cut]])
  expect(readToken(cut).findings.map(({ level }) => level)).toContain('bad')
})

it('keeps a token whole that was broken into lines, and text that is none', () => {
  const broken = `${access.slice(0, 60)}\n${access.slice(60)}`
  for (const text of [broken, `Bearer ${broken}`, `Authorization: Bearer ${broken}`])
    expect(findTokens(text)).toEqual([{ token: text, from: '' }])
  expect(findTokens('no token at all')).toEqual([{ token: 'no token at all', from: '' }])
  expect(findTokens('  ')).toEqual([])
})

it('tells tokens apart that only a line break or a space separates', () => {
  const refresh = `${part({ cty: 'JWT', enc: 'A256GCM', alg: 'RSA-OAEP' })}.a.b.c.d`
  for (const space of ['\n', '\r\n', '\n\n', ' ', '\t'])
    expect(namesIn([id, access, refresh].join(space)), JSON.stringify(space)).toEqual([
      ['', id],
      ['', access],
      ['', refresh],
    ])
  const wrapped = (text: string) => text.replaceAll(/(.{76})/g, '$1\n')
  const both = findTokens(`${wrapped(id)}\n${wrapped(access)}\n`)
  expect(both.map((one) => readToken(one.token).use)).toEqual(['id', 'access'])
  expect(namesIn(`${id.slice(0, -200)}\n${access}`)).toEqual([
    ['', id.slice(0, -200)],
    ['', access],
  ])
})

const natureOf = (claims: object) => tokenNature(readToken(token(claims))).map(({ code }) => code)

it('says whose a token is: a machine’s, another provider’s, an identity pool’s, an emulator’s', () => {
  expect(natureOf({ token_use: 'access', sub: 'c', client_id: 'c', iss: pool })).toEqual([
    'machine',
  ])
  const identities = [{ providerName: 'Google', userId: '1' }]
  expect(natureOf({ token_use: 'id', sub: 'u', identities, iss: pool })).toEqual(['federated'])
  expect(natureOf({ iss: 'https://cognito-identity.amazonaws.com' })).toEqual(['identity-pool'])
  expect(natureOf({ iss: 'http://localhost:9229/local_1' })).toEqual(['foreign-issuer'])
  expect(natureOf({ iss: pool.replace('cognito-idp', 'issuer-cognito-idp') })).toEqual([
    'multi-region-issuer',
  ])
  const groups = ['admins', 'eu-central-1_AbCdEf123_Google']
  expect(natureOf({ iss: pool, 'cognito:groups': groups })).toEqual(['automatic-group'])
  expect(natureOf({ iss: pool, token_use: 'id', sub: 'u' })).toEqual([])
  const of = (claims: object) => tokenNature(readToken(token({ iss: pool, ...claims })))
  const role = 'arn:aws:iam::123456789012:role/admins'
  expect(of({ 'cognito:roles': [role], 'cognito:preferred_role': role })[0]?.text).toContain(role)
  expect(of({ 'cognito:roles': [role, `${role}2`] })[0]?.text).toContain('no preferred role')
  // Some pools write identities as JSON text.
  expect(of({ identities: '[{"providerName":"SignInWithApple"}]' })[0]?.text).toContain(
    'SignInWithApple',
  )
})

it('compares at_hash with the access token next to it', () => {
  // OpenID Connect Core, appendix A.4.
  const known = 'jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y'
  expect(accessTokenHashFinding('77QmUPtjPfzWtF2AnpK9RQ', known)?.level).toBe('good')
  expect(accessTokenHashFinding('AAQmUPtjPfzWtF2AnpK9RQ', known)?.level).toBe('bad')
})

it('compares two tokens claim by claim, without the order of groups', () => {
  const before = { sub: 'u', 'cognito:groups': ['a', 'b'], iat: 1, email: 'old@example.com' }
  const after = { sub: 'u', 'cognito:groups': ['b', 'a'], iat: 2, name: 'Ada' }
  expect(compareTokens(before, after)).toEqual([
    { name: 'email', kind: 'removed', before: '"old@example.com"', after: '', expected: false },
    { name: 'iat', kind: 'changed', before: '1', after: '2', expected: true },
    { name: 'name', kind: 'added', before: '', after: '"Ada"', expected: false },
  ])
})

it('says which verifiers refuse an access token that has no aud, and what they expected', () => {
  const setUp = { issuers: [pool], clientId: 'c', now: Date.UTC(2026, 0, 1) }
  const refused = Object.fromEntries(
    verifierVerdicts(readToken(access), setUp).map(({ refusals, verifier }) => [
      verifier,
      refusals,
    ]),
  )
  expect(refused['aws-jwt-verify 5.2']).toEqual([])
  expect(refused['jose 6']).toMatchObject([{ claim: 'aud', actual: 'absent', expected: 'c' }])
  expect(refused['PyJWT 2.6']).toMatchObject([{ claim: 'aud' }])
  const early = { ...setUp, now: 0 }
  const ahead = token({ token_use: 'id', aud: 'c', iss: pool, iat: 5 })
  const codes = verifierVerdicts(readToken(ahead), early).map(({ refusals }) => refusals.length)
  expect(codes, 'PyJWT alone refuses an iat that is ahead').toEqual([0, 0, 1])
})

it('says why a claim is absent, by its name', () => {
  expect(whyAbsent('email', 'access', {})).toContain('holds no attributes')
  expect(whyAbsent('custom:tenant', 'id', {})).toContain('ReadAttributes')
  expect(whyAbsent('tenant', 'access', {})).toContain('V2_0')
  expect(whyAbsent('sub', 'id', { sub: 'u' })).toBeUndefined()
})
