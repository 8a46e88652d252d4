import { defineAutomaticAnswer } from '../automatic-answer.ts'

export const totp = defineAutomaticAnswer({
  id: 'totp',
  title: 'TOTP',
  label: 'Answer TOTP automatically',
  help: 'Computes the authenticator’s code from the TOTP secret.',
  default: true,
})
