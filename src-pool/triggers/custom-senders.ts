import { reasonSources } from './custom-message.ts'
import { defineTrigger, nothing } from './trigger.ts'

/** CustomEmailSender: a function sends the email itself, instead of Cognito. */
export const customEmailSender = defineTrigger({
  name: 'CustomEmailSender',
  purpose: 'Gets each code that goes by email, in the clear here, and sends it itself.',
  sources: reasonSources('CustomEmailSender'),
  sampleRequest: { type: 'customEmailSenderRequestV1', code: '123456', clientMetadata: {} },
  emptyResponse: {},
  response: nothing,
  template: `exports.handler = async (event) => {
  console.log('email to', event.request.userAttributes.email, 'with', event.request.code)
  return event
}
`,
})

/** CustomSMSSender: the same for text messages. */
export const customSmsSender = defineTrigger({
  name: 'CustomSMSSender',
  purpose: 'Gets each code that goes by SMS, in the clear here, and sends it itself.',
  sources: reasonSources('CustomSMSSender'),
  sampleRequest: { type: 'customSMSSenderRequestV1', code: '123456', clientMetadata: {} },
  emptyResponse: {},
  response: nothing,
  template: `exports.handler = async (event) => {
  console.log('SMS to', event.request.userAttributes.phone_number, 'with', event.request.code)
  return event
}
`,
})
