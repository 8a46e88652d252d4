import { describe, expect, it } from 'vitest'
import {
  passwordSignIn,
  poolUnderTest,
  response,
  type AnswerBody,
} from './test-bed/pool-under-test.ts'

const first = poolUnderTest().pool.describe()
const everyUser = first.flatMap(({ userPoolId, users }) =>
  users.map((user) => [user.username, userPoolId, user] as const),
)

describe('each default user does what its entry says', () => {
  it.each(everyUser)('%s', async (_, poolId, user) => {
    const test = poolUnderTest()
    const pool = test.pool.describe().find(({ userPoolId }) => userPoolId === poolId)
    const [client] = Object.values(pool?.clients ?? {})
    const clientId = client?.clientId ?? ''
    expect(user.description).toMatch(/^[A-Z].*\.$/)

    const took: string[] = []
    const note = (answer: Awaited<ReturnType<typeof test.call>>): AnswerBody | undefined => {
      if ('refusal' in answer) {
        took.push(answer.refusal.type)
        return undefined
      }
      const body: AnswerBody = answer.body ?? {}
      took.push(body.ChallengeName ?? 'tokens')
      return body
    }

    const byCode = {
      AuthFlow: 'USER_AUTH',
      ClientId: clientId,
      AuthParameters: { USERNAME: user.username, PREFERRED_CHALLENGE: user.expected[0] },
    }
    const first = user.password ? passwordSignIn(clientId, user.username, user.password) : byCode
    let body = note(await test.call('InitiateAuth', first))
    while (body?.ChallengeName && body.ChallengeName !== 'MFA_SETUP') {
      const answers = {
        USERNAME: user.username,
        SMS_MFA_CODE: test.sentCode(),
        EMAIL_OTP_CODE: test.sentCode(),
        SOFTWARE_TOKEN_MFA_CODE: user.totpSecret ? test.code(user.totpSecret) : '',
        NEW_PASSWORD: user.newPasswordHint ?? '',
        'userAttributes.name': user.newPasswordHint ? 'Practice' : '',
        ANSWER: 'SMS_MFA',
      }
      body = note(await test.call('RespondToAuthChallenge', response(clientId, body, answers)))
    }
    // Setting up a factor has a test of its own.
    const expected = user.expected.includes('MFA_SETUP') ? ['MFA_SETUP'] : user.expected
    expect(took).toEqual(expected)
  })
})

describe('the default configuration', () => {
  it('is listed in the documentation, user by user', async () => {
    const { readFile } = await import('node:fs/promises')
    const page = await readFile(new URL('../docs/practice-pool.md', import.meta.url), 'utf8')
    const missing = first
      .flatMap(({ clients, users }) => [
        ...Object.keys(clients),
        ...users.map(({ username }) => username),
      ])
      .filter((name) => !page.includes(`\`${name}\``))
    expect(missing, 'To fix: name them in docs/practice-pool.md').toEqual([])
  })

  it('has client IDs and secrets of the lengths that Cognito makes', () => {
    for (const client of first.flatMap(({ clients }) => Object.values(clients))) {
      expect(client.clientId).toMatch(/^[a-z0-9]{26}$/)
      expect(client.clientSecret ?? '0'.repeat(51)).toMatch(/^[a-z0-9]{51}$/)
    }
  })
})
