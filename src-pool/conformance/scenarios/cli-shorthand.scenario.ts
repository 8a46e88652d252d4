import { scenario } from '../scenario.ts'

export default scenario({
  about: 'A password with a comma in the AWS CLI’s shorthand',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  // USERNAME=alice,PASSWORD=Wr0ng!,pa=1, as the shorthand reads it.
  inputs: { USERNAME: 'alice', PASSWORD: 'Wr0ng!', pa: '1' },
  sentBy: 'aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux',
  onlyPerformed: 'the program is distinguished by its User-Agent, which the test gives it',
  cause: 'AS1108',
  verdict: 'proved',
  excluded: ['AS1103', 'AS1104'],
  never: ['AS1107'],
})
