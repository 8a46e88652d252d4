import { defineChallenge } from '../define-challenge.ts'
import { codeField } from '../field.ts'

export const smsOtp = defineChallenge({
  name: 'SMS_OTP',
  title: 'Code by text message, first factor',
  why: 'USER_AUTH lets this user sign in with a text message alone. No second factor follows.',
  promptText: ({ CODE_DELIVERY_DESTINATION: to }) =>
    to ? `A code was sent to ${to} by text message.` : 'A code was sent by text message.',
  answered: 'Code from the text message sent.',
  fields: () => [codeField('SMS_OTP_CODE', 8, 'Eight digits, from the newest message.')],
})
