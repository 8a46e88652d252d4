import { defineTrigger, nothing } from './trigger.ts'

/** PostConfirmation: an account, or a new password, was confirmed; an error undoes nothing. */
export const postConfirmation = defineTrigger({
  name: 'PostConfirmation',
  purpose: 'After an account or a forgotten password was confirmed: takes note of it.',
  sources: ['PostConfirmation_ConfirmSignUp', 'PostConfirmation_ConfirmForgotPassword'],
  sampleRequest: { clientMetadata: {} },
  emptyResponse: {},
  response: nothing,
  template: `exports.handler = async (event) => {
  console.log('confirmed', event.userName, event.triggerSource)
  return event
}
`,
})
