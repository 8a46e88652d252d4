import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A factor is preferred that is not set up',
  client: 'web-public',
  flow: 'USER_PASSWORD_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  then: [
    {
      operation: 'SetUserMFAPreference',
      inputs: {
        'SoftwareTokenMfaSettings.Enabled': 'true',
        'SoftwareTokenMfaSettings.PreferredMfa': 'true',
      },
    },
  ],
  cause: 'AS2208',
  verdict: 'proved',
  excluded: [],
  never: ['AS2209'],
})
