import { expect } from 'vitest'
import { createdClient, createdPool, createdUser, exchange } from '../exchange.ts'

/** EmailMfaConfiguration: EMAIL_OTP as a second factor, and MFA_SETUP by email. */
export default exchange({
  topic: 'MFA',
  async play(pool) {
    const UserPoolId = await createdPool(pool, {
      EmailConfiguration: {
        EmailSendingAccount: 'DEVELOPER',
        SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
      },
    })
    const mfa = { UserPoolId, MfaConfiguration: 'OPTIONAL', EmailMfaConfiguration: {} }
    await pool.succeed('SetUserPoolMfaConfig', mfa)
    const { ClientId } = await createdClient(pool, UserPoolId)
    await createdUser(pool, UserPoolId, 'ann', { email: 'ann@example.com', email_verified: 'true' })
    await pool.succeed('AdminSetUserMFAPreference', {
      UserPoolId,
      Username: 'ann',
      EmailMfaSettings: { Enabled: true, PreferredMfa: true },
    })
    const begin = (USERNAME: string) =>
      pool.succeed('InitiateAuth', {
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId,
        AuthParameters: { USERNAME, PASSWORD: 'Practice-Password-1!' },
      })
    const { ChallengeName, Session } = await begin('ann')
    expect(ChallengeName).toBe('EMAIL_OTP')
    const answer = { ClientId, ChallengeName, Session }
    const ChallengeResponses = { USERNAME: 'ann', EMAIL_OTP_CODE: pool.sentCode() }
    expect(
      await pool.succeed('RespondToAuthChallenge', { ...answer, ChallengeResponses }),
    ).toHaveProperty('AuthenticationResult')

    await pool.succeed('SetUserPoolMfaConfig', { ...mfa, MfaConfiguration: 'ON' })
    await createdUser(pool, UserPoolId, 'new')
    const setUp = await begin('new')
    expect(setUp).toMatchObject({
      ChallengeName: 'MFA_SETUP',
      ChallengeParameters: { MFAS_CAN_SETUP: '["EMAIL_OTP"]' },
    })
    const next = await pool.succeed('RespondToAuthChallenge', {
      ClientId,
      ChallengeName: 'MFA_SETUP',
      Session: setUp.Session,
      ChallengeResponses: { USERNAME: 'new', EMAIL: 'new@example.com' },
    })
    expect(next.ChallengeName).toBe('EMAIL_OTP')
  },
})
