import { defineOperation } from '../define-operation.ts'
import { associatedSessionsMember, refreshTokenMember } from '../operation-fields.ts'

export const revokeToken = defineOperation({
  name: 'RevokeToken',
  title: 'Revoke a refresh token',
  why: 'Revokes one refresh token and every access token issued from it. Other sign-ins of the user stay valid.',
  group: 'Sessions and tokens',
  authorised: 'client secret',
  fields: [refreshTokenMember('Token'), associatedSessionsMember],
  effects: [
    {
      kind: 'cannot be undone',
      text: 'The sign-in has ended; offline verifiers accept ID and access tokens until they expire.',
    },
  ],
  done: 'Refresh token revoked.',
  endsTokens: true,
})
