import { expect, test } from 'vitest'
import { timeline, type Timeline } from '#engine/trace/timeline.ts'
import { canBeRefreshed, newestTokens, shownTokens, usernameIn } from './run-reports.ts'

test('a token is shown from the trace while it is still being checked', () => {
  const [token] = shownTokens([{ use: 'id', mark: '‹id token 1a2b›', claims: { sub: 's' } }], [])
  expect(token?.report).toMatchObject({ use: 'id', claims: { sub: 's' }, findings: [] })
})

test('only the newest token of each use is shown, in the order of the first ones', () => {
  const token = (use: 'id' | 'access' | 'refresh', mark: string) => ({ use, mark })
  const all = [token('id', 'a'), token('refresh', 'b'), token('id', 'c')]
  expect(newestTokens(all).map(({ mark }) => mark)).toEqual(['c', 'b'])
})

test('a refresh uses the real username of the tokens, whichever token has it', () => {
  expect(
    usernameIn([
      { use: 'refresh', mark: 'm' },
      { use: 'access', mark: 'm', claims: { username: 'real' } },
    ]),
  ).toBe('real')
  expect(usernameIn([{ use: 'id', mark: 'm', claims: { 'cognito:username': 'sub' } }])).toBe('sub')
})

test('refreshed tokens can be refreshed again, even without a new refresh token', () => {
  const run = (flow: string, uses: readonly ('id' | 'refresh')[]): Timeline => ({
    ...timeline([]),
    flow,
    steps: [
      {
        number: 1,
        status: 'done',
        at: 0,
        attempts: [],
        computed: [],
        triggers: [],
        facts: [],
        computedMs: 0,
        answer: {
          kind: 'tokens',
          newDevice: false,
          tokens: uses.map((use) => ({ use, mark: 'm' })),
        },
      } as const,
    ],
  })
  expect(canBeRefreshed(run('USER_SRP_AUTH', ['id', 'refresh']))).toBe(true)
  expect(canBeRefreshed(run('REFRESH_TOKEN_AUTH', ['id']))).toBe(true)
  expect(canBeRefreshed(run('REFRESH_TOKEN_AUTH', []))).toBe(false)
  expect(canBeRefreshed(run('USER_SRP_AUTH', ['id']))).toBe(false)
})
