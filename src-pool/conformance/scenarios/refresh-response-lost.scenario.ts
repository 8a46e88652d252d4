import { refreshToken } from '../fixtures.ts'
import { scenario } from '../scenario.ts'

export default scenario({
  about: 'The connection breaks after the refresh token was rotated, and the SDK sends it again',
  client: 'rotating-at-once',
  flow: 'GetTokensFromRefreshToken',
  inputs: {},
  before: refreshToken('rotating-at-once', 'plain'),
  faults: { 'cut-connection': ['GetTokensFromRefreshToken'] },
  faultTimes: 1,
  cause: 'AS1606',
  verdict: 'proved',
  excluded: [],
})
