import { refreshTokenOfDevice } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'REFRESH_TOKEN',
  client: 'device-public',
  inputs: {},
  before: refreshTokenOfDevice('device-public', 'device-user'),
  steps: [],
  end: 'tokens',
})
