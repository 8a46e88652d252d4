import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'alice' },
  steps: [],
  end: 'InvalidParameterException: CUSTOM_AUTH is not enabled for the client.',
})
