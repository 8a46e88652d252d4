import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'no-such-client',
  inputs: { REFRESH_TOKEN: 'of.nobody' },
  steps: [],
  end: 'ResourceNotFoundException: User pool client nosuchclient does not exist.',
})
