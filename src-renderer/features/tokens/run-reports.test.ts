import { expect, test } from 'vitest'
import { shownTokens, usernameIn } from './run-reports.ts'

test('a token is shown from the trace while its check is still under way', () => {
  const [token] = shownTokens([{ use: 'id', mark: '‹id token 1a2b›', claims: { sub: 's' } }], [])
  expect(token?.report).toMatchObject({ use: 'id', claims: { sub: 's' }, findings: [] })
})

test('a refresh uses the real user name of the tokens, whichever token says it', () => {
  expect(
    usernameIn([
      { use: 'refresh', mark: 'm' },
      { use: 'access', mark: 'm', claims: { username: 'real' } },
    ]),
  ).toBe('real')
  expect(usernameIn([{ use: 'id', mark: 'm', claims: { 'cognito:username': 'sub' } }])).toBe('sub')
})
