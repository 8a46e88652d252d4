import { expect } from 'vitest'
import { passwordClaim, response, srpSignIn } from '../../test-bed/pool-under-test.ts'
import { exchange } from '../exchange.ts'

const client = '1practicewebpublic00000001'
const userPoolId = 'us-east-1_Practice1'
const unreadable =
  'InvalidParameterException: TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.'
const wrong = 'NotAuthorizedException: Incorrect username or password.'

/** TIMESTAMP of PASSWORD_VERIFIER: one that does not parse, and one that is only not to the letter. */
export default exchange({
  topic: 'sign-in',
  async play(pool) {
    const refused = async (timestamp: string) => {
      const challenge = await pool.succeed('InitiateAuth', srpSignIn(client, 'alice'))
      const claim = passwordClaim(
        userPoolId,
        challenge,
        'Practice-Password-1!',
        pool.now(),
        timestamp,
      )
      return pool.refusal('RespondToAuthChallenge', response(client, challenge, claim))
    }
    for (const text of [
      'Sa Sep 5 12:00:00 UTC 2026',
      'Sat Sept. 5 12:00:00 UTC 2026',
      'Sat Sep 5 12:00:00 +0000 2026',
      '2026-09-05T12:00:00Z',
      'Sat Foo 5 12:00:00 UTC 2026',
    ])
      expect(await refused(text), text).toBe(unreadable)
    expect(await refused('Sat Sep 05 12:00:00 UTC 2026')).toBe(wrong)
    expect(await refused('Sat Sep 5 13:00:00 UTC 2026')).toBe(wrong)
  },
})
