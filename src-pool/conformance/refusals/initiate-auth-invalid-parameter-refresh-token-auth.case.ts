import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'REFRESH_TOKEN_AUTH',
  client: 'password-only',
  given: { REFRESH_TOKEN: 'of.nobody' },
  steps: [],
  end: 'InvalidParameterException: Auth flow not enabled for this client',
})
