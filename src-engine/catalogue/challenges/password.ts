import { defineChallenge } from '../define-challenge.ts'
import { sentPasswordField } from '../field.ts'

export const password = defineChallenge({
  name: 'PASSWORD',
  title: 'Password',
  why: 'USER_AUTH continues with the password, sent as it is.',
  promptText: () => 'Cognito requires the password itself.',
  answered: 'Password sent.',
  fields: () => [sentPasswordField],
})
