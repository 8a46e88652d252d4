import { refreshToken } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'REFRESH_TOKEN_AUTH',
  client: 'web-public',
  given: {},
  before: refreshToken('web-public', 'alice'),
  steps: [],
  end: 'tokens',
})
