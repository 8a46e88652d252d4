import { defineOperation } from '../define-operation.ts'
import { accessTokenMember, switchMember } from '../operation-fields.ts'

export const setUserMfaPreference = defineOperation({
  name: 'SetUserMFAPreference',
  title: 'Choose the second factors',
  why: 'Turns second factors of the signed-in user on and off, and sets the preferred one. An authenticator app has to be verified first.',
  group: 'Factors',
  authorised: 'access token',
  fields: [
    switchMember(
      'SMSMfaSettings.Enabled',
      'Text message',
      'On adds it as a second factor, off removes it.',
    ),
    switchMember(
      'SMSMfaSettings.PreferredMfa',
      'Text message is preferred',
      'Only one factor can be preferred.',
    ),
    switchMember(
      'SoftwareTokenMfaSettings.Enabled',
      'Authenticator app',
      'On adds it as a second factor, off removes it.',
    ),
    switchMember(
      'SoftwareTokenMfaSettings.PreferredMfa',
      'Authenticator app is preferred',
      'Only one factor can be preferred.',
    ),
    switchMember(
      'EmailMfaSettings.Enabled',
      'Email',
      'On adds it as a second factor, off removes it.',
    ),
    switchMember(
      'EmailMfaSettings.PreferredMfa',
      'Email is preferred',
      'Only one factor can be preferred.',
    ),
    switchMember(
      'WebAuthnMfaSettings.Enabled',
      'Passkey',
      'Requires a pool in which passkeys count as multiple factors, and another factor.',
    ),
    accessTokenMember,
  ],
  effects: [
    {
      kind: 'can lock',
      text: 'A user who turns on a factor that they cannot answer is locked out.',
    },
  ],
  done: 'Second factors chosen.',
})
