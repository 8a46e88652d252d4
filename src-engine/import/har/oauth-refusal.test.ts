import { describe, expect, it } from 'vitest'
import { har, read } from './har-under-test.ts'

const url = 'https://shop.auth.eu-west-1.amazoncognito.com/oauth2/'
const secret = 'aVerySecretClientSecret'
const basic = (id: string) => [{ name: 'Authorization', value: `Basic ${btoa(`${id}:${secret}`)}` }]

interface Call {
  readonly endpoint?: string
  readonly body?: string
  readonly headers?: readonly object[]
  readonly error?: object
  readonly responseHeaders?: readonly object[]
}

const entry = ({
  endpoint = `${url}token`,
  body = '',
  headers = [],
  error,
  responseHeaders,
}: Call) => ({
  request: { method: 'POST', url: endpoint, headers, postData: { text: body } },
  response: {
    status: error ? 400 : 200,
    headers: responseHeaders ?? [],
    content: { text: JSON.stringify(error ?? { access_token: 'eyJ.a.b' }) },
  },
})

/** What is said of the calls, by the place of each. */
const said = (...calls: readonly Call[]) =>
  read(har(calls.map(entry)))
    .problems.filter(({ place }) => place !== undefined)
    .map(({ message, place }) => `${place ?? ''}: ${message}`)

const refused = (error: string, more: Call = {}, description?: string): string => {
  const answer = { error, ...(description !== undefined && { error_description: description }) }
  return said({ ...more, error: answer })[0] ?? ''
}

describe('a refusal of an OAuth endpoint', () => {
  it('of a client without a secret says what was sent', () => {
    expect(refused('invalid_client', { body: 'client_id=a&grant_type=refresh_token' })).toMatch(
      /^entry 1: \/oauth2\/token of managed login answered invalid_client: no client secret was sent/,
    )
    expect(refused('invalid_client', { headers: basic('a'), body: 'client_id=a' })).toContain(
      'no app client has this client ID and client secret',
    )
    const other = refused('invalid_client', { headers: basic('a'), body: 'client_id=b' })
    expect(other).toContain('name different app clients')
    const bearer = [{ name: 'authorization', value: 'Bearer ü' }]
    expect(refused('invalid_client', { headers: bearer })).toContain('is not Basic')
  })

  it('is a code that an earlier call has exchanged only where there is one', () => {
    const body = 'grant_type=authorization_code&code=first-code'
    const error = { error: 'invalid_grant' }
    expect(said({ body }, { body, error })).toEqual([
      expect.stringContaining('exchanged before, by an earlier call in this file'),
    ])
    expect(said({ body, error }, { body, error })).toEqual([
      expect.stringContaining('exchanged before, expired, or does not exist'),
      expect.stringContaining('exchanged before, expired, or does not exist'),
    ])
    expect(refused('invalid_grant', { body: 'grant_type=refresh_token' })).toContain(
      'the refresh token was revoked, expired',
    )
  })

  it('names a grant that is off, and another redirect_uri', () => {
    expect(refused('unauthorized_client')).toContain('AllowedOAuthFlows')
    expect(refused('unauthorized_client', {}, 'invalid_redirect')).toContain('redirect_uri is not')
  })

  it('of a revocation says which token it was, and whether revocation is off', () => {
    const revoke = { endpoint: `${url}revoke` }
    expect(refused('unsupported_token_type', { ...revoke, body: 'token=a.b.c' })).toContain(
      'is an ID or access token',
    )
    expect(refused('invalid_request', { ...revoke, body: 'token=a.b.c.d.e' })).toContain(
      'EnableTokenRevocation',
    )
    expect(refused('invalid_request', revoke)).toContain('has no token')
  })

  it('names a parameter that is missing', () => {
    expect(refused('invalid_request', { body: '{"grant_type":"refresh_token"}' })).toContain(
      'has no grant_type',
    )
    expect(refused('invalid_request', { body: 'grant_type=authorization_code' })).toContain(
      'has no code, which authorization_code needs',
    )
  })

  it('is told from that of another identity provider', () => {
    const endpoint = 'https://auth.example.com/oauth2/token'
    expect(said({ endpoint, error: { error: 'invalid_grant' } })).toEqual([])
    const responseHeaders = [{ name: 'X-Amz-Cognito-Request-Id', value: 'a' }]
    expect(said({ endpoint, responseHeaders, error: { error: 'invalid_grant' } })).toHaveLength(1)
  })

  it('has no value of the call in its explanation', () => {
    const body = `client_id=private-id&client_secret=${secret}&grant_type=authorization_code&code=private-code`
    for (const error of ['invalid_client', 'invalid_grant', 'invalid_request', 'something <new>'])
      expect(refused(error, { body, headers: basic('private-other') })).not.toMatch(
        /private|aVerySecret|<new>/,
      )
  })
})
