import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A UserMigration trigger that migrates nobody',
  client: 'password-only',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'nobody', PASSWORD: password },
  triggers: { UserMigration: 'exports.handler = (event) => event' },
  onlyPerformed: 'the practice pool alone shows what a trigger returned',
  cause: 'AS1105',
  verdict: 'proved',
  excluded: [],
  never: ['AS1101', 'AS1102'],
})
