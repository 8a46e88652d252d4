import { defineChallenge } from '../define-challenge.ts'
import { sentPasswordField } from '../field.ts'

export const password = defineChallenge({
  name: 'PASSWORD',
  title: 'Password',
  why: 'USER_AUTH goes on with the password, sent as it is.',
  asks: () => 'Cognito wants the password itself.',
  answered: 'Password sent.',
  fields: () => [sentPasswordField],
})
