import { z } from 'zod/mini'
import { defineTrigger, optionalText } from './trigger.ts'

/** Why a code is sent: the second half of the triggerSource of the message's triggers. */
export const messageReasons = [
  'SignUp',
  'ResendCode',
  'ForgotPassword',
  'UpdateUserAttribute',
  'VerifyUserAttribute',
  'AdminCreateUser',
  'Authentication',
] as const
export type MessageReason = (typeof messageReasons)[number]

/** The sources of a trigger that has one for each reason. */
export const reasonSources = <const Name extends string>(name: Name) => {
  const [first, ...others] = messageReasons.map(
    (reason): `${Name}_${MessageReason}` => `${name}_${reason}`,
  )
  if (!first) throw new TypeError('there is a reason for every message')
  return [first, ...others] as const
}

/** What stands for the code in a message. */
const codeParameter = '{####}'
const usernameParameter = '{username}'

/** CustomMessage: the words of a message with a code. */
export const customMessage = defineTrigger({
  name: 'CustomMessage',
  purpose: 'Before a code is sent: words the message. {####} stands for the code.',
  sources: reasonSources('CustomMessage'),
  sampleRequest: {
    codeParameter,
    linkParameter: '{##Click Here##}',
    usernameParameter: null,
    clientMetadata: {},
  },
  emptyResponse: { smsMessage: null, emailMessage: null, emailSubject: null },
  response: z.object({
    smsMessage: optionalText,
    emailMessage: optionalText,
    emailSubject: optionalText,
  }),
  template: `exports.handler = async (event) => {
  const { codeParameter, userAttributes } = event.request
  const text = \`Hello \${userAttributes.name || event.userName}, your code is \${codeParameter}.\`
  event.response.smsMessage = text
  event.response.emailSubject = 'Your code'
  event.response.emailMessage = text
  return event
}
`,
})

/** What `request` of CustomMessage has in addition to the user: placeholders for code and name. */
export const messageRequest = (reason: MessageReason) => ({
  codeParameter,
  linkParameter: '{##Click Here##}',
  usernameParameter: reason === 'AdminCreateUser' ? usernameParameter : null,
})

/** A message's text with the placeholders filled in. */
export const filledMessage = (text: string, code: string, username: string): string =>
  text.replaceAll(codeParameter, code).replaceAll(usernameParameter, username)
