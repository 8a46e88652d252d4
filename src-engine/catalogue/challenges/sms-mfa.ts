import { defineChallenge } from '../define-challenge.ts'
import { codeField } from '../field.ts'

export const smsMfa = defineChallenge({
  name: 'SMS_MFA',
  title: 'Code by text message',
  why: 'The password was right, and the user’s second factor is a text message. Each new sign-in sends a new code; a wrong one can be corrected in the same session.',
  promptText: ({ CODE_DELIVERY_DESTINATION: to }) =>
    to ? `A code was sent to ${to} by text message.` : 'A code was sent by text message.',
  answered: 'Code from the text message sent.',
  fields: () => [codeField('SMS_MFA_CODE', 6, 'Six digits, from the newest message.')],
})
