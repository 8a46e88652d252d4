import { defineOperation } from '../define-operation.ts'
import { contextFields, usernameMember } from '../operation-fields.ts'

export const resendConfirmationCode = defineOperation({
  name: 'ResendConfirmationCode',
  title: 'Send the confirmation code again',
  why: 'Sends another code to an unconfirmed user; the previous code becomes invalid.',
  group: 'Sign-up',
  authorised: 'app client',
  fields: [usernameMember, ...contextFields],
  effects: [
    { kind: 'sends a message', text: 'Another code goes to the email address or phone number.' },
  ],
  metadata: 'Reaches CustomMessage and the custom senders as clientMetadata.',
  done: 'Code sent.',
})
