import { exception, type RefusalText } from './refusal.ts'

const notAuthorized = exception('NotAuthorizedException')

/** What threat protection in force refuses a sign-in with. */
export const threatProtectionRefusals = {
  signInBlocked: notAuthorized('Unable to login because of security reasons.', 'reported'),
  requestBlocked: notAuthorized('Request not allowed due to security reasons.', 'reported'),
} as const satisfies Record<string, RefusalText>
