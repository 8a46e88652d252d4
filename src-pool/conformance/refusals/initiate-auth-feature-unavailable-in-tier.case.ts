import { signInCase } from '../sign-in-case.ts'

export default signInCase({
  flow: 'USER_AUTH',
  client: 'lite',
  inputs: { USERNAME: 'plain', TARGET_ACR_VALUES: 'urn:cognito:loa:2' },
  steps: [],
  end: 'FeatureUnavailableInTierException: The following features need to be disabled for the LITE pricing tier configured: Step-Up Authentication',
})
