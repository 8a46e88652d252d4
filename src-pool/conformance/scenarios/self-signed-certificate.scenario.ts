import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A server whose certificate is its own',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  selfSigned: true,
  onlyPerformed: 'what watches would trust the server itself',
  cause: 'AS2002',
  verdict: 'proved',
  excluded: [],
  never: ['AS2000', 'AS2001'],
})
