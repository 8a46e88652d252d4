import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A client secret with the line break of a file',
  client: 'server-secret',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  clientSecret: (right) => `${right}\n`,
  cause: 'AS1204',
  verdict: 'proved',
  excluded: ['AS1205', 'AS1202'],
  never: ['AS1203'],
})
