import { defineAutomaticAnswer } from '../automatic-answer.ts'

export const srp = defineAutomaticAnswer({
  id: 'srp',
  title: 'SRP',
  label: 'Answer SRP automatically',
  help: 'Computes the SRP proof from the password.',
  default: true,
})
