import { tokensOf } from '../made-ready.ts'
import { signInCase } from '../sign-in-case.ts'

// The present sign-in counts, and only the missing factor is asked for.
export default signInCase({
  flow: 'USER_AUTH',
  client: 'choice',
  given: {
    USERNAME: 'choice-user',
    TARGET_ACR_VALUES: 'urn:cognito:loa:4',
    MAX_AGE: '600',
  },
  before: async (stage) => {
    const { AccessToken } = await tokensOf(stage, 'choice', 'choice-user')
    return { given: { ACCESS_TOKEN: AccessToken } }
  },
  steps: [{ asked: 'SOFTWARE_TOKEN_MFA', answer: 'by itself' }],
  end: 'tokens',
  claims: { acr: 'urn:cognito:loa:4', amr: ['pwd', 'otp', 'mfa'] },
})
