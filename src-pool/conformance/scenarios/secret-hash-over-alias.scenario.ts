import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'SECRET_HASH of a challenge answer is over the alias',
  client: 'server-secret',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'alice@example.com', PASSWORD: password },
  fault: 'secret-hash-over-alias',
  cause: 'AS1202',
  verdict: 'proved',
  excluded: ['AS1204', 'AS1205', 'AS1203'],
})
