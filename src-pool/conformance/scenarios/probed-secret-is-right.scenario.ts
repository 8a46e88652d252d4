import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'SECRET_HASH over an alias, with a secret that a test saw accepted',
  client: 'server-secret',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'alice@example.com', PASSWORD: password },
  fault: 'secret-hash-over-alias',
  probed: true,
  onlyPerformed: 'the test of the profile is not in the recording',
  cause: 'AS1202',
  verdict: 'proved',
  excluded: ['AS1203', 'AS1204', 'AS1205'],
})
