import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

export default signInCase({
  flow: 'USER_PASSWORD_AUTH',
  client: 'device-public',
  inputs: {
    USERNAME: 'device-user',
    PASSWORD: password,
    DEVICE_KEY: 'us-east-1_00000000-0000-4000-8000-000000000000',
  },
  steps: [],
  end: 'ResourceNotFoundException: Device does not exist.',
})
