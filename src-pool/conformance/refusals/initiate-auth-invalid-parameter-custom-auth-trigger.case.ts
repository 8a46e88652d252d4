import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'CUSTOM_AUTH',
  client: 'lite',
  inputs: { USERNAME: 'plain' },
  steps: [],
  end: 'InvalidParameterException: Custom auth lambda trigger is not configured for the user pool.',
})
