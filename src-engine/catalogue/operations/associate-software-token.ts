import { defineOperation } from '../define-operation.ts'
import { accessTokenMember, sessionMember } from '../operation-fields.ts'

export const associateSoftwareToken = defineOperation({
  name: 'AssociateSoftwareToken',
  title: 'Start an authenticator app',
  why: 'Returns the secret for an authenticator app. The app is valid once VerifySoftwareToken has accepted its first code; only then is the previous secret replaced.',
  group: 'Factors',
  authorised: 'access token or session',
  fields: [
    { ...accessTokenMember, required: false },
    sessionMember('From MFA_SETUP, instead of the access token.'),
  ],
  effects: [
    {
      kind: 'cannot be undone',
      text: 'A verified app keeps working only until the new one is verified.',
    },
  ],
  done: 'Secret returned.',
})
