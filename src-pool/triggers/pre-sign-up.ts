import { z } from 'zod/mini'
import { defineTrigger, flag } from './trigger.ts'

/** PreSignUp: a person signs up, or an administrator creates one. */
export const preSignUp = defineTrigger({
  name: 'PreSignUp',
  purpose: 'Before a user is created: refuses by an error, confirms, or verifies automatically.',
  sources: ['PreSignUp_SignUp', 'PreSignUp_AdminCreateUser'],
  sampleRequest: { validationData: {}, clientMetadata: {} },
  emptyResponse: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
  response: z.object({ autoConfirmUser: flag, autoVerifyEmail: flag, autoVerifyPhone: flag }),
  template: `// Lets addresses of one company in without a code, and nobody else.
exports.handler = async (event) => {
  const { email = '' } = event.request.userAttributes
  if (!email.endsWith('@example.com')) {
    throw new Error('Sign-up is for example.com only')
  }
  event.response.autoConfirmUser = true
  event.response.autoVerifyEmail = true
  return event
}
`,
})
