import { z } from 'zod/mini'
import { defineTrigger, flag, optionalText, textList } from './trigger.ts'

/** UserMigration: a name that the pool does not know comes with a password, or forgot one. */
export const userMigration = defineTrigger({
  name: 'UserMigration',
  purpose: 'For a user that the pool does not know: creates one with the attributes it answers.',
  sources: ['UserMigration_Authentication', 'UserMigration_ForgotPassword'],
  hasUser: false,
  sampleRequest: { password: 'Practice-Password-1!', validationData: {}, clientMetadata: {} },
  emptyResponse: {
    userAttributes: null,
    finalUserStatus: null,
    messageAction: null,
    desiredDeliveryMediums: null,
    forceAliasCreation: null,
    enableSMSMFA: null,
  },
  response: z.object({
    userAttributes: z.pipe(
      z.nullish(z.record(z.string(), z.string())),
      z.transform((value) => value ?? undefined),
    ),
    finalUserStatus: z.pipe(
      z.nullish(z.enum(['CONFIRMED', 'RESET_REQUIRED'])),
      z.transform((value) => value ?? 'RESET_REQUIRED'),
    ),
    messageAction: optionalText,
    desiredDeliveryMediums: textList,
    forceAliasCreation: flag,
    enableSMSMFA: flag,
  }),
  template: `// The old directory: one user, who keeps the password.
const old = { 'old-user': { password: 'Practice-Password-1!', email: 'old-user@example.com' } }

exports.handler = async (event) => {
  const user = old[event.userName]
  if (!user) throw new Error('Not in the old directory')
  if (event.triggerSource === 'UserMigration_Authentication') {
    if (event.request.password !== user.password) throw new Error('Wrong password')
    event.response.finalUserStatus = 'CONFIRMED'
  }
  event.response.userAttributes = { email: user.email, email_verified: 'true', name: 'Old User' }
  event.response.messageAction = 'SUPPRESS'
  return event
}
`,
})
