import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A right password with the line break of a file',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: `${password}\n` },
  cause: 'AS1103',
  verdict: 'proved',
  excluded: ['AS1104'],
  never: ['AS1101', 'AS1102'],
})
