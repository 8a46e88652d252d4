import { accountRefusals } from '../refusals/account.ts'
import { refuse } from '../refusals/refusal.ts'
import { isSameText } from '../credentials/same-text.ts'
import type { User } from '../state/pool.ts'
import type { TriggerContext, PracticeState } from '../state/practice-state.ts'
import type { SentCode } from '../state/sent-code.ts'
import type { MessageReason } from '../triggers/custom-message.ts'
import { checkAttempts, countAttempt } from './attempts.ts'
import { deliveryDetails, mediumOf, type CodeDeliveryDetails, type Contact } from './delivery.ts'
import { sendMessage } from './send-message.ts'

/** What a code that was sent is good for. */
export type CodePurpose = 'sign-up' | 'password' | 'email' | 'phone_number'

const hour = 3_600_000
/** Source: developer guide, "quotas": an hour for a forgotten password, a day for the others. */
const lifetime = (purpose: CodePurpose) => (purpose === 'password' ? hour : 24 * hour)

const words: Readonly<Record<CodePurpose, string>> = {
  'sign-up': 'confirmation code',
  password: 'password reset code',
  email: 'verification code',
  phone_number: 'verification code',
}

/** Why such a code is sent: a message about a sign-in, or of an administrator, has another. */
export type CodeReason = Exclude<MessageReason, 'AdminCreateUser' | 'Authentication'>

function purposeOf(reason: CodeReason, { attribute }: Contact): CodePurpose {
  switch (reason) {
    case 'SignUp':
    case 'ResendCode':
      return 'sign-up'
    case 'ForgotPassword':
      return 'password'
    case 'UpdateUserAttribute':
    case 'VerifyUserAttribute':
      return attribute
  }
}

/**
 * Sends six digits to a contact of the user, instead of any sent for the same purpose before.
 * @throws Refusal LimitExceededException after five within an hour, or what a trigger refuses
 */
export function sendCode(
  triggerContext: TriggerContext,
  user: User,
  reason: CodeReason,
  contact: Contact,
): CodeDeliveryDetails {
  const { state } = triggerContext
  const purpose = purposeOf(reason, contact)
  const now = state.ports.now()
  const attempt = `send ${purpose}`
  checkAttempts(user, attempt, now)
  countAttempt(user, attempt, now)
  const number = Buffer.from(state.ports.randomBytes(4)).readUInt32BE() % 1_000_000
  const code = String(number).padStart(6, '0')
  const { attribute, destination } = contact
  user.codes.set(purpose, { code, expiresAt: now + lifetime(purpose), destination })
  sendMessage(triggerContext, user, {
    reason,
    medium: mediumOf(attribute),
    destination,
    code,
    text: `Your ${words[purpose]} is ${code}.`,
  })
  return deliveryDetails(contact)
}

/**
 * Checks a code that a user gives back; {@link spendCode} ends it.
 * @throws Refusal CodeMismatch when it is wrong, ExpiredCode when it is too old or was never sent,
 * LimitExceeded after five wrong ones within an hour
 */
export function checkCode(
  state: PracticeState,
  user: User,
  purpose: CodePurpose,
  inputs: string,
): SentCode {
  const now = state.ports.now()
  const attempt = `wrong ${purpose}`
  checkAttempts(user, attempt, now)
  const sent = user.codes.get(purpose) ?? refuse(accountRefusals.codeExpired)
  if (now >= sent.expiresAt) refuse(accountRefusals.codeExpired)
  if (isSameText(inputs, sent.code)) return sent
  countAttempt(user, attempt, now)
  return refuse(accountRefusals.codeWrong)
}

/** A code that was right cannot be used again, and the count of wrong ones starts again. */
export function spendCode(user: User, purpose: CodePurpose): void {
  user.codes.delete(purpose)
  user.attempts.delete(`wrong ${purpose}`)
}
