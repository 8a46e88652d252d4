import { tokensOf } from '../fixtures.ts'
import { signInCase } from '../sign-in-case.ts'

// The present sign-in counts, and only the missing factor is asked for.
export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  inputs: {
    USERNAME: 'choice-user',
    TARGET_ACR_VALUES: 'urn:cognito:loa:4',
    MAX_AGE: '600',
  },
  before: async (testBed) => {
    const { AccessToken } = await tokensOf(testBed, 'choice', 'choice-user')
    return { inputs: { ACCESS_TOKEN: AccessToken } }
  },
  steps: [{ pending: 'SOFTWARE_TOKEN_MFA', answer: 'automatic' }],
  end: 'tokens',
  claims: { acr: 'urn:cognito:loa:4', amr: ['pwd', 'otp', 'mfa'] },
})
