import { scenario } from '../scenario.ts'
import { newPassword, temporaryPassword } from '../values.ts'

export default scenario({
  about: 'userAttributes of the challenge are sent back',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'temporary-password-user', PASSWORD: temporaryPassword },
  fault: 'attributes-sent-back',
  steps: [
    {
      pending: 'NEW_PASSWORD_REQUIRED',
      answer: { NEW_PASSWORD: newPassword, 'userAttributes.name': 'T' },
    },
  ],
  cause: 'AS2201',
  verdict: 'proved',
  excluded: [],
})
