import { scenario } from '../scenario.ts'
import { newPassword, temporaryPassword } from '../values.ts'

export default scenario({
  about: 'A required attribute is missing',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'temporary-password-user', PASSWORD: temporaryPassword },
  steps: [{ pending: 'NEW_PASSWORD_REQUIRED', answer: { NEW_PASSWORD: newPassword } }],
  cause: 'AS2202',
  verdict: 'proved',
  excluded: [],
  never: ['AS2201', 'AS2203', 'AS2204', 'AS2206', 'AS2207'],
})
