import { expect } from 'vitest'
import { exchange } from '../exchange.ts'
import { conformancePools } from '../pools.ts'

const once = 'NotAuthorizedException: Invalid session for the user, session can only be used once.'

/** What a Session is told that was used before. */
export default exchange({
  topic: 'sign-in',
  configuration: conformancePools,
  async play(pool) {
    const ClientId = 'everyflow'
    const begin = (AuthFlow: string, AuthParameters: object) =>
      pool.succeed('InitiateAuth', { AuthFlow, ClientId, AuthParameters })
    const answer = (
      { ChallengeName, Session }: { readonly ChallengeName?: string; readonly Session?: string },
      ChallengeResponses: object,
    ) => ({ ClientId, ChallengeName, Session, ChallengeResponses })
    const respond = 'RespondToAuthChallenge'

    const round = await begin('CUSTOM_AUTH', { USERNAME: 'plain' })
    const wrong = answer(round, { USERNAME: 'plain', ANSWER: '0' })
    const next = await pool.succeed(respond, wrong)
    expect(await pool.refusal(respond, wrong)).toBe(
      'NotAuthorizedException: Invalid session for the user.',
    )
    const right = answer(next, { USERNAME: 'plain', ANSWER: '6' })
    await pool.succeed(respond, right)
    expect(await pool.refusal(respond, right)).toBe(once)

    const password = { USERNAME: 'choose', PASSWORD: 'Practice-Password-1!' }
    const choice = await begin('USER_PASSWORD_AUTH', password)
    const chosen = answer(choice, { USERNAME: 'choose', ANSWER: 'SMS_MFA' })
    const sms = await pool.succeed(respond, chosen)
    const code = { USERNAME: 'choose', SMS_MFA_CODE: pool.sentCode() }
    expect(
      await pool.refusal(respond, answer({ ...sms, Session: choice.Session ?? '' }, code)),
    ).toBe(once)
    await pool.succeed(respond, answer(sms, code))
  },
})
