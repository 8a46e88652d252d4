import { defineOperation } from '../define-operation.ts'
import { codeMember, contextFields, passwordMember, usernameMember } from '../operation-fields.ts'

export const confirmForgotPassword = defineOperation({
  name: 'ConfirmForgotPassword',
  title: 'Set the forgotten password',
  why: 'Sets a new password with the code that ForgotPassword sent. A user in RESET_REQUIRED can then sign in again.',
  group: 'Password',
  authorised: 'app client',
  fields: [
    usernameMember,
    codeMember('ConfirmationCode', 'From the message that ForgotPassword sent.'),
    passwordMember('Password', 'New password', true),
    ...contextFields,
  ],
  effects: [
    { kind: 'cannot be undone', text: 'The old password can no longer be used.' },
    {
      kind: 'can lock',
      text: 'Several wrong codes are refused with TooManyFailedAttemptsException for a while.',
    },
  ],
  metadata: 'Reaches PostConfirmation (PostConfirmation_ConfirmForgotPassword) as clientMetadata.',
  done: 'Password set.',
})
