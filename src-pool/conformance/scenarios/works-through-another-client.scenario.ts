import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A user of another pool, whose password was accepted there a moment ago',
  client: 'email-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  earlier: [
    {
      client: 'web-public',
      flow: 'USER_PASSWORD_AUTH',
      inputs: { USERNAME: 'alice', PASSWORD: password },
    },
  ],
  cause: 'AS1107',
  verdict: 'likely',
  excluded: [],
})
