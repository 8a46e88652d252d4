import { scenario } from '../scenario.ts'
import { temporaryPassword } from '../values.ts'

export default scenario({
  about: 'A temporary password that nobody used in time',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'expired-temporary-user', PASSWORD: temporaryPassword },
  cause: 'AS1113',
  verdict: 'proved',
  excluded: [],
})
