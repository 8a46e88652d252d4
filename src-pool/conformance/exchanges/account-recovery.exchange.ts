import { expect } from 'vitest'
import { createdClient, createdPool, createdUser, exchange } from '../exchange.ts'

const contacts = {
  email: 'ann@example.com',
  email_verified: 'true',
  phone_number: '+15555550123',
  phone_number_verified: 'true',
}
const mechanisms = (...names: string[]) => ({
  AccountRecoverySetting: {
    RecoveryMechanisms: names.map((Name, index) => ({ Name, Priority: index + 1 })),
  },
})
const nowhere =
  'InvalidParameterException: Cannot reset password for the user as there is no registered/verified email or phone_number'

/** AccountRecoverySetting: the order of channels, admin_only, and no channel that is a second factor. */
export default exchange({
  topic: 'account recovery',
  async play(pool) {
    const forgotten = async (setting: object) => {
      const UserPoolId = await createdPool(pool, {
        ...setting,
        MfaConfiguration: 'OPTIONAL',
        SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::000000000000:role/sms' },
      })
      const { ClientId } = await createdClient(pool, UserPoolId)
      await createdUser(pool, UserPoolId, 'ann', contacts)
      return { UserPoolId, input: { ClientId, Username: 'ann' } }
    }
    const channel = async (setting: object) => {
      const { CodeDeliveryDetails } = await pool.succeed(
        'ForgotPassword',
        (await forgotten(setting)).input,
      )
      return CodeDeliveryDetails?.['DeliveryMedium']
    }
    expect(await channel({})).toBe('SMS')
    expect(await channel(mechanisms('verified_email', 'verified_phone_number'))).toBe('EMAIL')
    expect(await channel(mechanisms('verified_phone_number', 'verified_email'))).toBe('SMS')
    const alone = await forgotten(mechanisms('admin_only'))
    expect(await pool.refusal('ForgotPassword', alone.input)).toBe(nowhere)

    const { UserPoolId, input } = await forgotten(mechanisms('verified_phone_number'))
    await pool.succeed('AdminSetUserMFAPreference', {
      UserPoolId,
      Username: 'ann',
      SMSMfaSettings: { Enabled: true, PreferredMfa: true },
    })
    expect(await pool.refusal('ForgotPassword', input)).toBe(nowhere)
    expect(
      await pool.refusal('CreateUserPool', {
        PoolName: 'p',
        ...mechanisms('admin_only', 'verified_email'),
      }),
    ).toMatch('cannot use admin_only setting with any other')
  },
})
