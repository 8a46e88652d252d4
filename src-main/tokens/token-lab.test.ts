import { expect, it } from 'vitest'
import { tokenLab, type TokenProfile } from './token-lab.ts'

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const token = (claims: object) =>
  [part({ kid: 'k', alg: 'RS256' }), part(claims), Buffer.alloc(256, 7).toString('base64url')].join(
    '.',
  )

const profile = (name: string, userPoolId: string, clientId: string): TokenProfile => ({
  name,
  userPoolId,
  clientId,
  endpoint: '',
})
const shop = profile('Shop', 'eu-central-1_Shop1', 'shop-client')
const shopMobile = profile('Shop mobile', 'eu-central-1_Shop1', 'mobile-client')
const other = profile('Other', 'us-east-1_Other1', 'other-client')
const issuer = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Shop1'
const ports = { fetchPublic: () => Promise.reject(new Error('No network.')), now: () => 0 }

const lab = (text: string, selected = other) =>
  tokenLab(text, [other, shop, shopMobile], selected, ports)

it.each([
  [{ token_use: 'id', aud: 'mobile-client', iss: issuer }, 'Shop mobile', 'issuer and client'],
  [{ token_use: 'access', client_id: 'shop-client', iss: issuer }, 'Shop', 'issuer and client'],
  [{ token_use: 'access', client_id: 'unknown', iss: issuer }, 'Shop', 'issuer'],
  [{ token_use: 'access', client_id: 'x', iss: 'https://example.com' }, 'Other', 'selection'],
])(
  'a token with the claims %j is checked against the profile %s, by %s',
  async (claims, name, by) => {
    const { tokens } = await lab(token(claims))
    expect(tokens[0]).toMatchObject({ profileName: name, chosenBy: by })
  },
)

it('a token of a profile that is not selected has no false findings about issuer and client', async () => {
  const claims = { token_use: 'access', sub: 'u', username: 'u', client_id: 'shop-client' }
  const { tokens } = await lab(token({ ...claims, iss: issuer, iat: 0, exp: 3600, scope: '' }))
  const bad = tokens[0]?.report.findings.filter(({ level }) => level === 'bad') ?? []
  expect(bad.filter(({ text }) => /iss|client_id|issuer/i.test(text))).toEqual([])
})

it('two tokens of one use are compared, and at_hash with the access token beside it', async () => {
  const access = token({ token_use: 'access', client_id: 'shop-client', iss: issuer })
  const id = (claims: object) =>
    token({ token_use: 'id', aud: 'shop-client', iss: issuer, at_hash: 'wrong', ...claims })
  const { comparison, tokens } = await lab(
    [id({ email: 'old@example.com' }), access, id({ email: 'new@example.com' })].join('\n\n'),
  )
  expect(comparison).toMatchObject({ before: 0, after: 2 })
  expect(comparison?.differences.map(({ kind, name }) => [name, kind])).toEqual([
    ['email', 'changed'],
  ])
  expect(tokens[0]?.report.findings.map(({ code }) => code)).toContain('at-hash-mismatch')
  expect(tokens[1]?.verifiers.length).toBeGreaterThan(2)
})
