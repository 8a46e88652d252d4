import { scenario } from '../scenario.ts'
import { password } from '../values.ts'
import { lockedOut } from '../fixtures.ts'

export default scenario({
  about: 'A right password while the user is locked out',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  before: lockedOut('web-public', 'alice'),
  cause: 'AS1901',
  verdict: 'proved',
  excluded: [],
  never: ['AS1101'],
})
