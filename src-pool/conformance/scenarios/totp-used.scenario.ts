import { scenario } from '../scenario.ts'
import { password } from '../values.ts'
import { tokensOf } from '../fixtures.ts'

export default scenario({
  about: 'An authenticator code that has let the user in already',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'totp-user', PASSWORD: password },
  before: async (testBed) => {
    await tokensOf(testBed, 'web-public', 'totp-user')
    return {}
  },
  steps: [{ pending: 'SOFTWARE_TOKEN_MFA', answer: 'automatic' }],
  cause: 'AS1503',
  verdict: 'proved',
  excluded: [],
  never: ['AS1501', 'AS1502', 'AS1504', 'AS1509'],
})
