import { defineOperation } from '../define-operation.ts'
import { accessTokenMember, switchMember } from '../operation-fields.ts'

export const setUserMfaPreference = defineOperation({
  name: 'SetUserMFAPreference',
  title: 'Choose the second factors',
  why: 'Turns second factors of the user who is signed in on and off, and says which is preferred. An authenticator app has to be verified first.',
  group: 'Factors',
  authorised: 'access token',
  fields: [
    switchMember(
      'SMSMfaSettings.Enabled',
      'Text message',
      'On adds it as a second factor, off takes it away.',
    ),
    switchMember(
      'SMSMfaSettings.PreferredMfa',
      'Text message is preferred',
      'One factor at most can be.',
    ),
    switchMember(
      'SoftwareTokenMfaSettings.Enabled',
      'Authenticator app',
      'On adds it as a second factor, off takes it away.',
    ),
    switchMember(
      'SoftwareTokenMfaSettings.PreferredMfa',
      'Authenticator app is preferred',
      'One factor at most can be.',
    ),
    switchMember(
      'EmailMfaSettings.Enabled',
      'Email',
      'On adds it as a second factor, off takes it away.',
    ),
    switchMember(
      'EmailMfaSettings.PreferredMfa',
      'Email is preferred',
      'One factor at most can be.',
    ),
    switchMember(
      'WebAuthnMfaSettings.Enabled',
      'Passkey',
      'Needs a pool whose passkeys count as several factors, and another factor.',
    ),
    accessTokenMember,
  ],
  effects: [
    {
      kind: 'can lock',
      text: 'Who turns on a factor that they cannot answer does not get in any more.',
    },
  ],
  done: 'Second factors chosen.',
})
