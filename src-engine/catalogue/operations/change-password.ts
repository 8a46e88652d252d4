import { defineOperation } from '../define-operation.ts'
import { accessTokenMember, passwordMember } from '../operation-fields.ts'

export const changePassword = defineOperation({
  name: 'ChangePassword',
  title: 'Change the password',
  why: 'Sets a new password for the user who is signed in. Tokens stay good. The old password is left out by a user who never had one.',
  group: 'Password',
  authorised: 'access token',
  fields: [
    passwordMember('PreviousPassword', 'Old password', false),
    passwordMember('ProposedPassword', 'New password', true),
    accessTokenMember,
  ],
  effects: [
    { kind: 'cannot be undone', text: 'The old password is gone.' },
    {
      kind: 'can lock',
      text: 'Several wrong old passwords are refused with LimitExceededException for a while.',
    },
  ],
  done: 'Password changed.',
})
