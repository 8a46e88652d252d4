import { scenario } from '../scenario.ts'
import { password } from '../values.ts'
import { refusing } from '../sign-in-case.ts'

export default scenario({
  about: 'An emulator that answers a wrong password in words of its own',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  injected: { InitiateAuth: refusing('InvalidPasswordException: Invalid password') },
  cause: 'AS2501',
  verdict: 'likely',
  excluded: ['AS2203'],
  never: ['AS1101'],
})
