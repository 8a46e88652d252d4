import { tokensOf } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'
import { password } from '../values.ts'

// A sign-in older than MAX_AGE does not count.
export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  inputs: {
    USERNAME: 'choice-user',
    PREFERRED_CHALLENGE: 'PASSWORD',
    PASSWORD: password,
    TARGET_ACR_VALUES: 'urn:cognito:loa:1',
    MAX_AGE: '60',
  },
  before: async (testBed) => {
    const { AccessToken } = await tokensOf(testBed, 'choice', 'choice-user')
    testBed.wait(61)
    return { inputs: { ACCESS_TOKEN: AccessToken } }
  },
  steps: [],
  end: 'tokens',
  claims: { acr: 'urn:cognito:loa:1', amr: ['pwd'] },
})
