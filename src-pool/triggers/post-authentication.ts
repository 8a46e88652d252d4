import { defineTrigger, nothing } from './trigger.ts'

/** PostAuthentication: everything was proved, and the tokens are not made yet. */
export const postAuthentication = defineTrigger({
  name: 'PostAuthentication',
  purpose: 'After a sign-in, before its tokens: takes note of it, or refuses by an error.',
  sources: ['PostAuthentication_Authentication'],
  sampleRequest: { newDeviceUsed: false, clientMetadata: {} },
  emptyResponse: {},
  response: nothing,
  template: `exports.handler = async (event) => {
  console.log(event.userName, 'signed in, on a new device:', event.request.newDeviceUsed)
  return event
}
`,
})
