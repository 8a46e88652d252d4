import { emailOtpFirst } from './email-otp.ts'
import { checkPasswordAnswer } from './password.ts'
import { smsOtpFirst } from './sms-otp.ts'
import { promptForPasskey, checkPasskeyAnswer } from './web-authn.ts'
import type { Parameters } from '../requests/parameters.ts'
import { offersPasskeys, usablePasskeys } from '../passkeys/relying-party.ts'
import { refusals } from '../refusals/catalogue.ts'
import { passkeyRefusals } from '../refusals/passkeys.ts'
import { refuse } from '../refusals/refusal.ts'
import type { Pool, User } from '../state/pool.ts'
import type { ClientCall } from '../state/practice-state.ts'
import { nobody } from '../sign-in/send-code.ts'
import { passwordVerifierStep } from '../sign-in/srp-step.ts'
import type { Outcome } from '../sign-in/step.ts'

/**
 * AvailableChallenges: what the pool allows and the user can do, in Cognito's order. Who has not
 * set a password of their own yet gets passwords alone; nobody seems able to do everything.
 */
export function firstFactorsOf(pool: Pool, user: User | undefined): readonly string[] {
  const { allowedFirstAuthFactors: allowed, tier } = pool.settings
  const has = (attribute: string) =>
    !user ||
    (Boolean(user.attributes[attribute]) && user.attributes[`${attribute}_verified`] === 'true')
  const passwordless = tier !== 'LITE' && (user?.status ?? 'CONFIRMED') === 'CONFIRMED'
  const hasPasskey = offersPasskeys(pool) && (!user || usablePasskeys(pool, user).length > 0)
  return [
    ...(!user || user.password !== '' ? ['PASSWORD_SRP', 'PASSWORD'] : []),
    ...(passwordless && allowed.includes('EMAIL_OTP') && has('email') ? ['EMAIL_OTP'] : []),
    ...(passwordless && allowed.includes('SMS_OTP') && has('phone_number') ? ['SMS_OTP'] : []),
    ...(passwordless && hasPasskey ? ['WEB_AUTHN'] : []),
  ]
}

/**
 * Begins with a factor and with what came for it.
 * @throws Refusal when the user does not have that factor
 */
export function beginWith(
  clientCall: ClientCall,
  typed: string,
  user: User | undefined,
  factor: string,
  own: Parameters,
): Outcome {
  if (!firstFactorsOf(clientCall.pool, user).includes(factor)) refuse(refusals.choiceNotAvailable)
  switch (factor) {
    case 'EMAIL_OTP':
      return emailOtpFirst(clientCall, user ?? nobody(typed))
    case 'SMS_OTP':
      return smsOtpFirst(clientCall, user ?? nobody(typed))
    case 'WEB_AUTHN':
      if (!own.CREDENTIAL) return promptForPasskey(clientCall, typed, user)
      return user ? checkPasskeyAnswer(clientCall, user) : refuse(passkeyRefusals.proofWrong)
    case 'PASSWORD':
      if (!own.PASSWORD) return askFor(clientCall, typed, user, 'PASSWORD')
      return user
        ? checkPasswordAnswer(clientCall, user, own.PASSWORD)
        : refuse(refusals.wrongPassword)
    default:
      return own.SRP_A
        ? passwordVerifierStep(clientCall, typed, user, own.SRP_A)
        : askFor(clientCall, typed, user, 'PASSWORD_SRP')
  }
}

/** What is missing of a password factor is asked for by a challenge of its own. */
const askFor = (
  clientCall: ClientCall,
  typed: string,
  user: User | undefined,
  challenge: string,
): Outcome => ({
  next: 'challenge',
  challenge,
  parameters: {},
  session: clientCall.state.sessions.issue(clientCall, user ?? nobody(typed), challenge).text,
})
