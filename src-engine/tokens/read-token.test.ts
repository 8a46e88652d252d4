import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Secret } from '../secret/secret.ts'
import { openToken } from './open-token.ts'
import { compactToken, readToken } from './read-token.ts'

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

const header = { kid: 'k1', alg: 'RS256' }
const claims = { sub: 'sub-1', token_use: 'id', 'cognito:username': 'ana' }
const signature = Buffer.alloc(256, 7).toString('base64url')

const token = (h: unknown = header, c: unknown = claims, s = signature) =>
  `${encode(h)}.${encode(c)}.${s}`

const refreshToken = `${encode({ cty: 'JWT', enc: 'A256GCM', alg: 'RSA-OAEP' })}.a2V5.aXY.dGV4dA.dGFn`

const codes = (pasted: string) => readToken(pasted).findings.map(({ code }) => code)

it('reads a well-formed token without a finding', () => {
  expect(readToken(token())).toEqual({
    use: 'id',
    summary: 'An ID token for ana: tells the application who signed in.',
    header,
    claims,
    signature: 'present',
    findings: [],
  })
})

it('reads names that are not ASCII', () => {
  const read = readToken(token(header, { ...claims, name: 'Zoë Żółw 🐢' }))
  expect(read.claims?.['name']).toBe('Zoë Żółw 🐢')
})

it.each([
  ['with Bearer', `Bearer ${token()}`],
  ['as a header', `Authorization: bearer ${token()}`],
  ['in quotes', `"${token()}",`],
  ['with whitespace and line breaks', `\n ${token().replace(/(.{40})/g, '$1\r\n')} \t`],
  ['in the fragment of a URL', `https://app.example/#id_token=${token()}&expires_in=3600`],
  ['in a query', `https://app.example/cb?x=1&access_token=${token()}`],
])('reads a pasted token %s', (_how, pasted) => {
  expect(compactToken(pasted)).toBe(token())
  expect(codes(pasted)).toEqual([])
})

it('recognises a refresh token by its header and does not decode it', () => {
  const read = readToken(refreshToken)
  expect(read).toMatchObject({ use: 'refresh', signature: 'absent' })
  expect(read.claims).toBeUndefined()
  expect(read.findings).toMatchObject([{ code: 'refresh-token', level: 'note' }])
})

it('says that a refresh token is truncated', () => {
  const cut = refreshToken.split('.').slice(0, 3).join('.')
  expect(readToken(cut).use).toBe('refresh')
  expect(codes(cut)).toContain('missing-parts')
})

it('does not call another encrypted token a refresh token of Cognito', () => {
  const other = `${encode({ enc: 'A128CBC-HS256', alg: 'dir' })}..aXY.dGV4dA.dGFn`
  expect(readToken(other).use).toBe('unknown')
  expect(codes(other)).toEqual(['encrypted'])
})

it.each([
  ['nothing', '  ', 'empty'],
  ['a word', 'hello', 'not-a-token'],
  ['two parts', token().split('.').slice(0, 2).join('.'), 'missing-parts'],
  ['an empty third part', token(header, claims, ''), 'signature-empty'],
  ['six parts', `${token()}.a.b.c`, 'too-many-parts'],
  ['alg none', token({ alg: 'none' }, claims, ''), 'alg-none'],
  ['alg None', token({ alg: 'None', kid: 'k' }), 'alg-none'],
  ['HS256', token({ ...header, alg: 'HS256' }), 'alg-unexpected'],
  ['no kid', token({ alg: 'RS256' }), 'kid-missing'],
  ['a jku', token({ ...header, jku: 'https://evil.example' }), 'header-unexpected'],
  ['a cut signature', token().slice(0, -20), 'signature-truncated'],
  [
    'a foreign sign in the signature',
    token(header, claims, `${signature}!`),
    'signature-not-base64url',
  ],
  ['a foreign sign in the claims', `${encode(header)}.e%30.${signature}`, 'claims-not-base64url'],
  ['claims that are not JSON', token(header, 'not json'), 'claims-not-json'],
  ['claims that are a list', token(header, [1]), 'claims-not-an-object'],
  ['claims that nest deeper than a stack', token(header, '['.repeat(1e5)), 'claims-nested'],
  ['padding', `${encode(header)}==.${encode(claims)}.${signature}`, 'header-standard-base64'],
])('says what is wrong with %s', (_what, pasted, code) => {
  expect(codes(pasted)).toContain(code)
})

it('shows the claims that can be read when a token is truncated in its middle', () => {
  const long = { sub: 'sub-1', token_use: 'access', scope: 'a b c', username: 'ana' }
  const [first = '', second = ''] = token(header, long).split('.')
  const read = readToken(`${first}.${second.slice(0, 60)}.${signature}`)
  expect(read.claims).toMatchObject({ sub: 'sub-1', token_use: 'access' })
  expect(read.findings.map(({ code }) => code)).toContain('claims-not-json')
})

it('never throws, and never returns the signature, whatever the input', () => {
  const levels = fc.integer({ min: 1, max: 20_000 })
  const nested = levels.map((depth) => `{"alg":${'['.repeat(depth)}${']'.repeat(depth)}}`)
  const cut = levels.map((depth) => '{"a":'.repeat(depth))
  const part = fc.oneof(
    fc.string(),
    fc.oneof(nested, cut).map(encode),
    fc.base64String(),
    fc.object().map(encode),
    fc.constant(encode(header)),
    fc.constant(signature),
  )
  const pasted = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(part, { maxLength: 7 }).map((parts) => parts.join('.')),
  )
  fc.assert(
    fc.property(pasted, (text) => {
      const read = readToken(text)
      expect(read.summary).not.toBe('')
      expect(JSON.stringify(read)).not.toContain(signature)
    }),
    { numRuns: 500 },
  )
})

it('decodes a token for the timeline without its signature, under the response’s name for it', () => {
  const opened = openToken(Secret.of('access token', token()), '‹access token 12ab›')
  expect(opened).toEqual({ use: 'access', mark: '‹access token 12ab›', header, claims })
  expect(openToken(Secret.of('refresh token', refreshToken), 'm')).toMatchObject({ use: 'refresh' })
  expect(openToken(Secret.of('id token', 'opaque'), 'm')).toEqual({ use: 'id', mark: 'm' })
})
