import { defineOperation } from '../define-operation.ts'
import { accessTokenMember, passwordMember } from '../operation-fields.ts'

export const changePassword = defineOperation({
  name: 'ChangePassword',
  title: 'Change the password',
  why: 'Sets a new password for the signed-in user. Tokens stay valid. Users who never had a password leave out the old one.',
  group: 'Password',
  authorised: 'access token',
  fields: [
    passwordMember('PreviousPassword', 'Old password', false),
    passwordMember('ProposedPassword', 'New password', true),
    accessTokenMember,
  ],
  effects: [
    { kind: 'cannot be undone', text: 'The old password can no longer be used.' },
    {
      kind: 'can lock',
      text: 'Several wrong old passwords are refused with LimitExceededException for a while.',
    },
  ],
  done: 'Password changed.',
})
