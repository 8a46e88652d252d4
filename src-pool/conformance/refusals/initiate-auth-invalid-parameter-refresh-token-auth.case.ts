import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'REFRESH_TOKEN_AUTH',
  client: 'password-only',
  inputs: { REFRESH_TOKEN: 'of.nobody' },
  steps: [],
  end: 'InvalidParameterException: Auth flow not enabled for this client',
})
