import { describe, expect, it } from 'vitest'
import { findTokens } from '../tokens/find-tokens.ts'
import { connectionsIn } from './connections-under-test.ts'
import { recogniseInput } from './recognise-input.ts'

const token = (claims: object) =>
  `${btoa('{"alg":"RS256"}')}.${btoa(JSON.stringify(claims))}.c2lnbmF0dXJl`.replaceAll('=', '')
const issuer = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEf123'
const [web, admin] = ['1example23456789abcdefghij', '2example23456789abcdefghij']
const key = (client: string, rest: string) => `CognitoIdentityServiceProvider.${client}.${rest}`
const idToken = token({ token_use: 'id', iss: issuer })
const accessToken = token({ token_use: 'access', iss: issuer })
const entries: readonly (readonly [string, string])[] = [
  ['theme', 'dark'],
  [key(web, 'LastAuthUser'), 'ana@example.org'],
  [key(web, 'ana@example.org.idToken'), idToken],
  [key(web, 'ana@example.org.accessToken'), accessToken],
  [key(web, 'ana@example.org.refreshToken'), 'eyJjdHkiOiJKV1QifQ.a.b.c.d'],
  [key(web, 'ana@example.org.clockDrift'), '0'],
]

/** The connections of a text that has some. */
function found(text: string) {
  const read = connectionsIn(text)
  if ('kind' in read) throw new Error(`no connections: ${read.kind}`)
  return read
}

describe('the local storage of Amplify', () => {
  it.each([
    ['JSON', JSON.stringify(Object.fromEntries(entries))],
    ['JSON over lines', JSON.stringify(Object.fromEntries(entries), null, 2)],
    ['a table with tabs', entries.map((pair) => pair.join('\t')).join('\n')],
    ['lines of Firefox', entries.map(([name, value]) => `${name}:"${value}"`).join('\n')],
    ['cookies', entries.map((pair) => pair.join('=')).join('; ')],
  ])('is read from %s, and its tokens can be opened', (_, text) => {
    const { connections, source } = found(text)
    expect(source).toBe('local storage of Amplify')
    expect(connections).toHaveLength(1)
    expect(connections[0]?.map((line) => line.replace(/ \(.*/, ''))).toEqual([
      `clientId ${web}`,
      'region eu-central-1',
      'userPoolId eu-central-1_AbCdEf123',
      'username ana@example.org',
    ])
    expect(findTokens(text).map((one) => one.token)).toEqual(
      expect.arrayContaining([idToken, accessToken]),
    )
    expect(JSON.stringify(recogniseInput(text))).not.toMatch(/eyJ/)
  })

  it('has each app client with the pool that issued its tokens', () => {
    const other = token({ iss: 'http://127.0.0.1:9229/local_Other1' })
    const { connections } = found(
      [...entries, [key(admin, 'bob.accessToken'), other]]
        .map((pair) => pair.join('\t'))
        .join('\n'),
    )
    expect(connections[1]).toEqual(
      expect.arrayContaining([
        expect.stringMatching(`^clientId ${admin}`),
        expect.stringMatching('^userPoolId local_Other1'),
        expect.stringMatching('^endpoint http://127.0.0.1:9229'),
      ]),
    )
  })

  it('is read in time that grows with it', () => {
    const text = 'CognitoIdentityServiceProvider.a.'.repeat(100_000)
    expect(recogniseInput(text).kind).toBe('unknown')
  })
})
