import { defineOperation } from '../define-operation.ts'
import { accessTokenMember } from '../operation-fields.ts'

export const globalSignOut = defineOperation({
  name: 'GlobalSignOut',
  title: 'Sign out everywhere',
  why: 'Ends all sign-ins of the user: their refresh tokens, and their access tokens for Cognito’s own operations.',
  group: 'Sessions and tokens',
  authorised: 'access token',
  fields: [accessTokenMember],
  effects: [
    {
      kind: 'cannot be undone',
      text: 'Every device of the user has to sign in again; offline verifiers accept ID and access tokens until they expire.',
    },
  ],
  confirm: 'End every sign-in of this user, on all devices?',
  done: 'Signed out everywhere.',
  endsTokens: true,
})
