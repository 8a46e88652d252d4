import { refreshToken } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'GetTokensFromRefreshToken',
  client: 'rotating',
  inputs: { DEVICE_KEY: 'no key of a device' },
  before: refreshToken('rotating', 'choice-user'),
  steps: [],
  end: "InvalidParameterException: 1 validation error detected: Value 'no key of a device' at 'deviceKey' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w-]+_[0-9a-f-]+",
})
