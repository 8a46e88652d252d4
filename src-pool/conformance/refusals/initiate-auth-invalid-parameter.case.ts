import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'srp-only',
  inputs: { USERNAME: 'alice', PASSWORD: password },
  onlyByClient: 'An administrator’s flows are of another flag, and are refused with another text.',
  steps: [],
  end: 'InvalidParameterException: USER_PASSWORD_AUTH flow not enabled for this client',
})
