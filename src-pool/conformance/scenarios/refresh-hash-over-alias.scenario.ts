import { scenario } from '../scenario.ts'
import { refreshToken } from '../fixtures.ts'

export default scenario({
  about: 'SECRET_HASH of a refresh is over the email address',
  client: 'server-secret',
  flow: 'REFRESH_TOKEN_AUTH',
  inputs: { USERNAME: 'alice@example.com' },
  before: refreshToken('server-secret', 'alice'),
  cause: 'AS1206',
  verdict: 'likely',
  excluded: ['AS1204', 'AS1205'],
})
