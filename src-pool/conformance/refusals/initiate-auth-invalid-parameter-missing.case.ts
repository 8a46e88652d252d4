import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'web-public',
  inputs: { USERNAME: 'alice', PASSWORD: '' },
  steps: [],
  end: 'InvalidParameterException: Missing required parameter PASSWORD',
})
