import { defineChallenge } from '../define-challenge.ts'
import { provedPasswordField } from '../field.ts'
import { withSrpA } from '../srp-a.ts'

export const passwordSrp = defineChallenge({
  name: 'PASSWORD_SRP',
  title: 'Password, by SRP',
  why: 'USER_AUTH continues with the password, which is proved and not sent: the answer has SRP_A, and PASSWORD_VERIFIER follows.',
  promptText: () => 'Cognito requires SRP_A to start the proof of the password.',
  answered: 'SRP_A sent.',
  triggers: () => [],
  fields: () => [provedPasswordField],
  complete: ({ ports }, inputs) => withSrpA(inputs, ports),
  automatic: {
    by: 'srp',
    answer: ({ known, ports }) =>
      known.password
        ? withSrpA({}, ports)
        : { missing: 'The password is needed for the proof that follows.' },
  },
})
