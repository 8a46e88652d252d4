import { defineAutomaticAnswer } from '../automatic-answer.ts'

export const passkey = defineAutomaticAnswer({
  id: 'passkey',
  title: 'Passkey',
  label: 'Sign with a stored passkey',
  help: 'Signs WEB_AUTHN with the newest stored passkey that fits.',
  default: true,
})
