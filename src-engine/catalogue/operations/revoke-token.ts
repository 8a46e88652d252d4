import { defineOperation } from '../define-operation.ts'
import { associatedSessionsMember, refreshTokenMember } from '../operation-fields.ts'

export const revokeToken = defineOperation({
  name: 'RevokeToken',
  title: 'Revoke a refresh token',
  why: 'Ends one refresh token and every access token that came of it. Other sign-ins of the user go on.',
  group: 'Sessions and tokens',
  authorised: 'client secret',
  fields: [refreshTokenMember('Token'), associatedSessionsMember],
  effects: [
    {
      kind: 'cannot be undone',
      text: 'The sign-in is over; id and access tokens are taken by offline verifiers until they expire.',
    },
  ],
  done: 'Refresh token revoked.',
  endsTokens: true,
})
