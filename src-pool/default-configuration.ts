import type { ConfigurationInput } from './configuration/configuration.ts'
import { sumChallenge } from './triggers/sum-challenge.ts'

/** Every practice password but the temporary ones. */
const password = 'Practice-Password-1!'
const email = (name: string) => ({ email: `${name}@example.com`, email_verified: 'true' })
const phone = { phone_number: '+15555550123', phone_number_verified: 'true' }
const totpSecret = 'AUTHSCOPEPRACTICETOTPSECRETTHATGUARDSNOTHINGATALL22A'

/** The practice pool that runs by default: a client and a user for each path. */
export const defaultConfiguration: ConfigurationInput = {
  pools: [
    {
      id: 'us-east-1_Practice1',
      description: 'People sign in with a username; a second factor is optional.',
      tier: 'LITE',
      aliasAttributes: ['email'],
      requiredAttributes: ['email', 'name'],
      autoVerifiedAttributes: ['email'],
      clients: [
        {
          name: 'web-public',
          id: '1practicewebpublic00000001',
          description: 'No secret, as browsers and phones have it; tells when a user is unknown.',
          explicitAuthFlows: [
            'ALLOW_USER_SRP_AUTH',
            'ALLOW_USER_PASSWORD_AUTH',
            'ALLOW_ADMIN_USER_PASSWORD_AUTH',
            'ALLOW_REFRESH_TOKEN_AUTH',
          ],
          preventUserExistenceErrors: 'LEGACY',
        },
        {
          name: 'server-secret',
          id: '2practiceserversecret00002',
          secret: '1practicesecret0that0guards0nothing0but0practice001',
          description: 'With a secret, so that every call needs a SECRET_HASH.',
          explicitAuthFlows: [
            'ALLOW_USER_SRP_AUTH',
            'ALLOW_USER_PASSWORD_AUTH',
            'ALLOW_ADMIN_USER_PASSWORD_AUTH',
            'ALLOW_REFRESH_TOKEN_AUTH',
          ],
          preventUserExistenceErrors: 'ENABLED',
        },
        {
          name: 'srp-only',
          id: '3practicesrponly0000000003',
          description: 'Takes only SRP, and does not tell whether a user exists.',
          explicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
          preventUserExistenceErrors: 'ENABLED',
        },
        {
          name: 'password-only',
          id: '4practicepasswordonly00004',
          description: 'Takes only USER_PASSWORD_AUTH: neither SRP nor refreshing works.',
          explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
          preventUserExistenceErrors: 'ENABLED',
        },
      ],
      users: [
        {
          username: 'alice',
          password,
          attributes: { ...email('alice'), name: 'Alice' },
          groups: ['practice'],
          description: 'Signs in with the password alone.',
        },
        {
          username: 'totp-user',
          password,
          attributes: { ...email('totp-user'), name: 'Totp User' },
          totpSecret,
          totpDeviceName: 'practice authenticator',
          userMfaSettingList: ['SOFTWARE_TOKEN_MFA'],
          preferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
          description: 'Is asked for the code of an authenticator app.',
        },
        {
          username: 'sms-user',
          password,
          attributes: { ...email('sms-user'), name: 'Sms User', ...phone },
          userMfaSettingList: ['SMS_MFA'],
          preferredMfaSetting: 'SMS_MFA',
          description: 'Is asked for a code by SMS, which the outbox shows.',
        },
        {
          username: 'choose-mfa-user',
          password,
          attributes: { ...email('choose-mfa-user'), name: 'Choose User', ...phone },
          totpSecret,
          userMfaSettingList: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'],
          description: 'Has two second factors and prefers neither, so has to choose one.',
        },
        {
          username: 'temporary-password-user',
          password: 'Temporary-Password-1!',
          newPassword: 'Better-Password-2!',
          status: 'FORCE_CHANGE_PASSWORD',
          attributes: email('temporary-password-user'),
          description: 'Has to set a new password, and the required name that is missing.',
        },
        {
          username: 'expired-temporary-user',
          password: 'Temporary-Password-1!',
          status: 'FORCE_CHANGE_PASSWORD',
          passwordAgeDays: 8,
          attributes: email('expired-temporary-user'),
          description: 'Has a temporary password that expired after seven days.',
        },
        {
          username: 'unconfirmed-user',
          password,
          status: 'UNCONFIRMED',
          attributes: { email: 'unconfirmed-user@example.com', name: 'Unconfirmed User' },
          description: 'Has signed up, but is not confirmed.',
        },
        {
          username: 'reset-user',
          password,
          status: 'RESET_REQUIRED',
          attributes: { ...email('reset-user'), name: 'Reset User' },
          description: 'Must reset the password (ForgotPassword): an administrator required it.',
        },
        {
          username: 'disabled-user',
          password,
          enabled: false,
          attributes: { ...email('disabled-user'), name: 'Disabled User' },
          description: 'Was disabled by an administrator.',
        },
        {
          username: 'locked-user',
          password,
          failedSignIns: 15,
          attributes: { ...email('locked-user'), name: 'Locked User' },
          description: 'Is locked out for 15 minutes from the start, after many wrong passwords.',
        },
      ],
    },
    {
      id: 'us-east-1_Practice2',
      description: 'People sign in with an email address; the username is a UUID.',
      tier: 'LITE',
      usernameAttributes: ['email'],
      autoVerifiedAttributes: ['email'],
      mfaConfiguration: 'ON',
      mfaMethods: ['SOFTWARE_TOKEN_MFA'],
      clients: [
        {
          name: 'email-public',
          id: '5practiceemailpublic000005',
          description: 'No secret; does not tell whether a user exists.',
          explicitAuthFlows: [
            'ALLOW_USER_SRP_AUTH',
            'ALLOW_USER_PASSWORD_AUTH',
            'ALLOW_REFRESH_TOKEN_AUTH',
          ],
          preventUserExistenceErrors: 'ENABLED',
        },
        {
          name: 'email-secret',
          id: '6practiceemailsecret000006',
          secret: '2practicesecret0that0guards0nothing0but0practice002',
          description: 'With a secret: a refresh hashes the UUID, not the address.',
          explicitAuthFlows: [
            'ALLOW_USER_SRP_AUTH',
            'ALLOW_USER_PASSWORD_AUTH',
            'ALLOW_REFRESH_TOKEN_AUTH',
          ],
          preventUserExistenceErrors: 'ENABLED',
        },
      ],
      users: [
        {
          username: 'email-user@example.com',
          password,
          attributes: { email_verified: 'true' },
          totpSecret,
          description: 'Signs in with an address; USER_ID_FOR_SRP is the UUID behind it.',
        },
        {
          username: 'mfa-setup-user@example.com',
          password,
          attributes: { email_verified: 'true' },
          description: 'Must have a second factor and has none yet, so has to set one up.',
        },
      ],
    },
    {
      id: 'us-east-1_Practice3',
      sessions: { isTracked: true },
      description: 'People choose how to begin: by password, code, passkey, or custom challenge.',
      autoVerifiedAttributes: ['email'],
      allowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'],
      webAuthnConfiguration: { relyingPartyId: 'auth.practice.example' },
      mfaMethods: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'],
      triggers: sumChallenge,
      clients: [
        {
          name: 'choice',
          id: '7practicechoice00000000007',
          description: 'Takes USER_AUTH and the password flows; hides unknown users.',
          explicitAuthFlows: [
            'ALLOW_USER_AUTH',
            'ALLOW_USER_SRP_AUTH',
            'ALLOW_USER_PASSWORD_AUTH',
            'ALLOW_REFRESH_TOKEN_AUTH',
          ],
          preventUserExistenceErrors: 'ENABLED',
        },
        {
          name: 'custom',
          id: '8practicecustom00000000008',
          description: 'Takes CUSTOM_AUTH, whose challenge is a sum; tells when a user is unknown.',
          explicitAuthFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
          preventUserExistenceErrors: 'LEGACY',
        },
        {
          name: 'rotating',
          id: '10practicerotating00000010',
          description: 'Rotates refresh tokens: each is dead 30 seconds after its first use.',
          explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH'],
          refreshTokenRotation: { retryGracePeriodSeconds: 30 },
          preventUserExistenceErrors: 'ENABLED',
        },
      ],
      users: [
        {
          username: 'choice-user',
          password,
          attributes: { ...email('choice-user'), ...phone },
          totpSecret,
          description: 'Has a password, an address and a number, and a TOTP secret for a step-up.',
        },
        {
          username: 'passkey-user',
          password,
          attributes: email('passkey-user'),
          description: 'Registers a passkey once signed in by password, and then signs in by it.',
        },
        {
          username: 'code-user',
          password: '',
          attributes: email('code-user'),
          description: 'Has no password: signs in by a code that goes to the email address.',
        },
        {
          username: 'email-mfa-user',
          password,
          attributes: email('email-mfa-user'),
          userMfaSettingList: ['EMAIL_OTP'],
          preferredMfaSetting: 'EMAIL_OTP',
          description: 'Is asked for a code by email after the password.',
        },
        {
          username: 'first-password-user',
          password: 'Temporary-Password-1!',
          newPassword: 'Better-Password-2!',
          status: 'FORCE_CHANGE_PASSWORD',
          attributes: email('first-password-user'),
          description: 'Has a temporary password, so that USER_AUTH offers passwords alone.',
        },
      ],
    },
    {
      id: 'us-east-1_Practice4',
      sessions: { isTracked: true },
      description: 'Remembers devices: one that is remembered takes the place of a second factor.',
      autoVerifiedAttributes: ['email'],
      deviceConfiguration: { challengeRequiredOnNewDevice: true },
      clients: [
        {
          name: 'device-public',
          id: '9practicedevicepublic00009',
          description: 'No secret; a refresh needs the DEVICE_KEY of the sign-in.',
          explicitAuthFlows: [
            'ALLOW_USER_SRP_AUTH',
            'ALLOW_USER_PASSWORD_AUTH',
            'ALLOW_REFRESH_TOKEN_AUTH',
          ],
        },
      ],
      users: [
        {
          username: 'device-totp-user',
          password,
          attributes: email('device-totp-user'),
          totpSecret,
          userMfaSettingList: ['SOFTWARE_TOKEN_MFA'],
          preferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
          description: 'Is asked for a TOTP code, but not on a device that is remembered.',
        },
        {
          username: 'device-user',
          password,
          attributes: email('device-user'),
          description: 'Signs in with the password, and then with the device as well.',
        },
      ],
    },
    {
      id: 'us-east-1_Practice5',
      description: 'Remembers a device only when its user wants that.',
      autoVerifiedAttributes: ['email'],
      deviceConfiguration: { deviceOnlyRememberedOnUserPrompt: true },
      clients: [
        {
          name: 'device-opt-in',
          id: '11practicedeviceoptin00011',
          description: 'No secret; a confirmed device is remembered once the user says so.',
          explicitAuthFlows: [
            'ALLOW_USER_SRP_AUTH',
            'ALLOW_USER_PASSWORD_AUTH',
            'ALLOW_REFRESH_TOKEN_AUTH',
          ],
        },
      ],
      users: [
        {
          username: 'device-opt-in-user',
          password,
          attributes: email('device-opt-in-user'),
          description: 'Signs in with the password, and with the device once it is remembered.',
        },
      ],
    },
  ],
}
