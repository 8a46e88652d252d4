import { scenario } from '../scenario.ts'
import { temporaryPassword } from '../values.ts'

export default scenario({
  about: 'A new password that the policy refuses',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'temporary-password-user', PASSWORD: temporaryPassword },
  steps: [
    {
      pending: 'NEW_PASSWORD_REQUIRED',
      answer: { NEW_PASSWORD: 'Ab1!', 'userAttributes.name': 'T' },
    },
  ],
  cause: 'AS2203',
  verdict: 'proved',
  excluded: [],
  never: ['AS2202', 'AS2501', 'AS1000'],
})
