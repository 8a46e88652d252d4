import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A code that VerifySoftwareToken refuses with status 200',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  injected: { VerifySoftwareToken: { status: 200, body: { Status: 'ERROR' } } },
  then: [{ operation: 'VerifySoftwareToken', inputs: { UserCode: '123456' } }],
  member: 'Status',
  cause: 'AS2304',
  verdict: 'proved',
  excluded: [],
  never: ['AS2502'],
})
