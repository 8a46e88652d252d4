import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'alice' },
  steps: [],
  end: 'InvalidParameterException: USER_AUTH flow not enabled for this client',
})
