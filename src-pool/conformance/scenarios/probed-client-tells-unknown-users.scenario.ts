import { scenario } from '../scenario.ts'

export default scenario({
  about: 'A wrong password at a client that a test saw tell unknown users apart',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: 'Wrong-Password-1!' },
  probed: true,
  onlyPerformed: 'the test of the profile is not in the recording',
  cause: 'AS1101',
  verdict: 'likely',
  excluded: ['AS1102', 'AS1103', 'AS1104'],
})
