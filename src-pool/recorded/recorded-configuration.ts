import type { ConfigurationInput } from '../configuration/configuration.ts'
import { sumChallenge } from '../triggers/sum-challenge.ts'

const password = 'Practice-Password-1!'

/** The TOTP secret of the user that has one. */
export const totpSecret = 'AUTHSCOPEPRACTICETOTPSECRETTHATGUARDSNOTHINGATALL22A'

/** Pools like those that the recorded answers came from. */
export const recordedConfiguration: ConfigurationInput = {
  pools: [
    {
      id: 'us-east-1_Recorded1',
      autoVerifiedAttributes: ['email'],
      clients: [
        {
          name: 'app',
          id: '6h89qn2bfglbmvfebq9aaknqk0',
          explicitAuthFlows: [
            'ALLOW_USER_SRP_AUTH',
            'ALLOW_USER_PASSWORD_AUTH',
            'ALLOW_ADMIN_USER_PASSWORD_AUTH',
            'ALLOW_REFRESH_TOKEN_AUTH',
          ],
        },
        { name: 'srp', id: 'srp', explicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] },
      ],
      users: [
        { username: 'user', password },
        { username: 'reset', password, status: 'RESET_REQUIRED' },
        {
          username: 'jane@example.com',
          password,
          status: 'FORCE_CHANGE_PASSWORD',
          attributes: {
            email_verified: 'true',
            phone_number_verified: 'true',
            phone_number: '+15555550100',
            email: 'jane@example.com',
          },
        },
        {
          username: 'sms',
          password,
          attributes: { phone_number: '+15555550123' },
          userMfaSettingList: ['SMS_MFA'],
        },
        {
          username: 'totp',
          password,
          totpSecret,
          totpDeviceName: 'mytestauthenticator',
          userMfaSettingList: ['SOFTWARE_TOKEN_MFA'],
        },
      ],
    },
    {
      id: 'us-east-1_Recorded2',
      allowAdminCreateUserOnly: true,
      clients: [{ name: 'closed', id: 'closed' }],
      users: [{ username: 'unconfirmed', password, status: 'UNCONFIRMED' }],
    },
    {
      id: 'us-east-1_Recorded3',
      deviceConfiguration: {},
      clients: [
        { name: 'devices', id: 'devices', explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] },
      ],
      users: [{ username: 'user', password }],
    },
    {
      id: 'us-east-1_Recorded4',
      allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'],
      webAuthnConfiguration: { relyingPartyId: 'auth.example.com' },
      triggers: sumChallenge,
      clients: [
        {
          name: 'choice',
          id: 'choice',
          explicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_CUSTOM_AUTH'],
        },
      ],
      users: [
        {
          username: 'testuser',
          password,
          attributes: { email: 'testuser@example.com', email_verified: 'true' },
        },
      ],
    },
  ],
}
