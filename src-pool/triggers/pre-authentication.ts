import { defineTrigger, nothing } from './trigger.ts'

/** PreAuthentication: before the password is looked at. */
export const preAuthentication = defineTrigger({
  name: 'PreAuthentication',
  purpose: 'Before a sign-in: refuses it by an error. ClientMetadata comes as validationData.',
  sources: ['PreAuthentication_Authentication'],
  sampleRequest: { validationData: {} },
  emptyResponse: {},
  response: nothing,
  template: `exports.handler = async (event) => {
  if (event.request.userAttributes.email_verified !== 'true') {
    throw new Error('Verify your address first')
  }
  return event
}
`,
})
