import { defineOperation } from '../define-operation.ts'
import { contextFields, usernameMember } from '../operation-fields.ts'

export const forgotPassword = defineOperation({
  name: 'ForgotPassword',
  title: 'Reset a forgotten password',
  why: 'Sends a code with which ConfirmForgotPassword sets a new password. The old one stays valid until then.',
  group: 'Password',
  authorised: 'app client',
  fields: [usernameMember, ...contextFields],
  effects: [
    {
      kind: 'sends a message',
      text: 'A code goes to the user’s verified email address or phone number.',
    },
    {
      kind: 'can lock',
      text: 'Between 5 and 20 requests per hour are accepted for one user, then LimitExceededException is returned for a while.',
    },
  ],
  metadata:
    'Reaches PreSignUp and UserMigration (for an unknown user), CustomMessage and the custom senders as clientMetadata.',
  done: 'Code sent.',
})
