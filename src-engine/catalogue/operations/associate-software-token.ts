import { defineOperation } from '../define-operation.ts'
import { accessTokenMember, sessionMember } from '../operation-fields.ts'

export const associateSoftwareToken = defineOperation({
  name: 'AssociateSoftwareToken',
  title: 'Begin with an authenticator app',
  why: 'Gives the secret for an authenticator app. The app counts once VerifySoftwareToken had its first code; the secret before it is replaced then.',
  group: 'Factors',
  authorised: 'access token or session',
  fields: [
    { ...accessTokenMember, required: false },
    sessionMember('Of MFA_SETUP, in place of the access token.'),
  ],
  effects: [
    {
      kind: 'cannot be undone',
      text: 'A verified app goes on until the new one is verified, and not longer.',
    },
  ],
  done: 'Secret given.',
})
