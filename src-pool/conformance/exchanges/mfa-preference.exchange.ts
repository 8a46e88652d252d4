import { expect } from 'vitest'
import { createdClient, createdPool, createdUser, exchange, signedIn } from '../exchange.ts'

const on = { Enabled: true, PreferredMfa: true }

/** Which second factor a user prefers: the last one that was said to be, and one at most. */
export default exchange({
  topic: 'MFA',
  async play(pool) {
    const UserPoolId = await createdPool(pool)
    const { ClientId } = await createdClient(pool, UserPoolId)
    await createdUser(pool, UserPoolId, 'ann', {
      email: 'ann@example.com',
      phone_number: '+15555550123',
    })
    const { AccessToken } = await signedIn(pool, ClientId, 'ann')
    const preference = async () => {
      const user = await pool.succeed('GetUser', { AccessToken })
      return [user.PreferredMfaSetting, user.UserMFASettingList]
    }
    const set = (settings: object) =>
      pool.succeed('SetUserMFAPreference', { AccessToken, ...settings })
    const refusalOf = (settings: object) =>
      pool.refusal('SetUserMFAPreference', { AccessToken, ...settings })

    await set({ SMSMfaSettings: on })
    await set({ EmailMfaSettings: on })
    expect(await preference()).toEqual(['EMAIL_OTP', ['SMS_MFA', 'EMAIL_OTP']])
    expect(await refusalOf({ SMSMfaSettings: on, EmailMfaSettings: on })).toBe(
      'InvalidParameterException: Only one MFA method can be preferred.',
    )
    const contradiction = { Enabled: false, PreferredMfa: true }
    expect(await refusalOf({ SMSMfaSettings: contradiction })).toBe(
      'InvalidParameterException: SMS_MFA cannot be preferred while it is not enabled.',
    )
    await set({ EmailMfaSettings: { Enabled: false } })
    expect(await preference()).toEqual([undefined, ['SMS_MFA']])
  },
})
