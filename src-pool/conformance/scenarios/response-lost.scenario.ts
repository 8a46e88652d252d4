import { scenario } from '../scenario.ts'
import { password, totpNow } from '../values.ts'

export default scenario({
  about: 'The connection breaks after the answer was accepted, and the SDK sends it again',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'totp-user', PASSWORD: password },
  faults: { 'cut-connection': ['RespondToAuthChallenge'] },
  faultTimes: 1,
  steps: [{ pending: 'SOFTWARE_TOKEN_MFA', answer: { SOFTWARE_TOKEN_MFA_CODE: totpNow } }],
  cause: 'AS1405',
  verdict: 'proved',
  excluded: [],
  never: ['AS1401'],
})
