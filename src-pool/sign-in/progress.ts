import { deviceSrpAuth } from '../challenges/device-srp-auth.ts'
import { emailOtp } from '../challenges/email-otp.ts'
import { mfaSetup } from '../challenges/mfa-setup.ts'
import { newPasswordRequired } from '../challenges/new-password-required.ts'
import { password } from '../challenges/password.ts'
import { selectMfaType } from '../challenges/select-mfa-type.ts'
import { smsMfa } from '../challenges/sms-mfa.ts'
import { softwareTokenMfa } from '../challenges/software-token-mfa.ts'
import { webAuthn } from '../challenges/web-authn.ts'
import { offersPasskeys, usablePasskeys } from '../passkeys/relying-party.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { threatProtectionRefusals } from '../refusals/threat-protection.ts'
import type { User } from '../state/pool.ts'
import type { Place } from '../state/practice-state.ts'
import { reaches } from './assurance.ts'
import { nextRound } from './custom-round.ts'
import { rememberedDevice } from './device.ts'
import { canUse, factorsOf, isRisky } from './factors.ts'
import type { Factor, SoFar } from './so-far.ts'
import type { Outcome, Step } from './step.ts'
import { isTemporaryPasswordExpired } from './temporary-password.ts'
import { tokens } from './tokens-step.ts'

/** The challenges that a second factor is asked with. */
const factorChallenges = {
  SMS_MFA: smsMfa,
  SOFTWARE_TOKEN_MFA: softwareTokenMfa,
  EMAIL_OTP: emailOtp,
}

/**
 * What comes next in a sign-in: after the password the replacement of a temporary one, then the
 * proof of a remembered device or the second factor, then what CUSTOM_AUTH or a step-up still
 * wants, then tokens.
 * @throws Refusal when the user's state lets even the right password go no further
 */
export function progress(place: Place, outcome: Outcome): Step {
  if ('next' in outcome) return outcome
  const { user } = outcome
  const here = { ...place, soFar: soFarAfter(place.soFar, outcome) }
  switch (outcome.passed) {
    case 'password':
      return afterPassword({ ...here, deviceKey: place.deviceKey ?? outcome.deviceKey }, user)
    case 'new password':
      return deviceOrFactor(here, user)
    case 'passkey':
      return outcome.countsAsSecond ? whatElse(here, user) : afterPasskey(here, user)
    case 'device':
      return afterDevice(here, user)
    case 'choice':
      return factorChallenges[outcome.method].ask(here, user)
    case 'first factor':
    case 'second factor':
    case 'earlier sign-in':
      return whatElse(here, user)
    case 'custom round':
      return progress(here, nextRound(here, user.username, user))
    case 'custom rounds':
      return deviceOrTokens(here, user)
  }
}

function soFarAfter(earlier: SoFar, outcome: Exclude<Outcome, Step>): SoFar {
  switch (outcome.passed) {
    case 'password': {
      const soFar = withFactor(outcome.soFar ?? earlier, outcome.factor)
      if (!soFar.rounds) return soFar
      const round = { challengeName: 'PASSWORD_VERIFIER', challengeResult: true } as const
      return { ...soFar, rounds: [...soFar.rounds, round] }
    }
    case 'first factor':
    case 'second factor':
    case 'passkey':
      return withFactor(earlier, outcome.factor)
    case 'device':
      return { ...outcome.soFar, via: 'AuthenticateDevice' }
    case 'new password':
      return { ...earlier, via: 'NewPasswordChallenge' }
    case 'custom round':
      return { ...earlier, rounds: [...(earlier.rounds ?? []), outcome.round] }
    default:
      return earlier
  }
}

const withFactor = (earlier: SoFar, factor: Factor): SoFar => ({
  ...earlier,
  factors: [...new Set([...earlier.factors, factor])],
})

function afterPassword(place: Place, user: User): Step {
  switch (user.status) {
    case 'FORCE_CHANGE_PASSWORD':
      if (isTemporaryPasswordExpired(place.pool, user, place.state.ports.now()))
        refuse(refusals.temporaryPasswordExpired)
      return newPasswordRequired.ask(place, user)
    case 'UNCONFIRMED':
      return refuse(refusals.userUnconfirmed)
    case 'RESET_REQUIRED':
      return refuse(refusals.resetRequired)
    case 'CONFIRMED':
      return deviceOrFactor(place, user)
  }
}

/** In CUSTOM_AUTH the device is asked for once, after the last round; this is assumed. */
const deviceOrFactor = (place: Place, user: User): Step =>
  !place.soFar.rounds && rememberedDevice(place, user)
    ? deviceSrpAuth.ask(place, user)
    : secondFactor(place, user)

const deviceOrTokens = (place: Place, user: User): Step =>
  rememberedDevice(place, user) ? deviceSrpAuth.ask(place, user) : tokens(place, user)

function afterDevice(place: Place, user: User): Step {
  if (place.soFar.rounds) return tokens(place, user)
  // A remembered device stands for a second factor only where the pool says so.
  return place.pool.settings.deviceConfiguration?.challengeRequiredOnNewDevice
    ? whatElse(place, user)
    : secondFactor(place, user)
}

/** A passkey alone is not enough where the pool requires a second factor. */
const afterPasskey = (place: Place, user: User): Step =>
  place.pool.settings.mfaConfiguration === 'ON' && place.soFar.factors.length === 1
    ? secondFactor(place, user)
    : whatElse(place, user)

function secondFactor(place: Place, user: User): Step {
  const factors = factorsOf(place.pool, user, isRisky(place))
  const [only, ...others] = factors
  if (only === undefined) {
    if (place.state.ports.risk?.()?.blocksWithoutFactor)
      refuse(threatProtectionRefusals.signInBlocked)
    return place.pool.settings.mfaConfiguration === 'ON'
      ? mfaSetup.ask(place, user)
      : whatElse(place, user)
  }
  const preferred = factors.find((method) => method === user.preferredMfa)
  if (!preferred && others.length > 0) return selectMfaType.ask(place, user)
  return factorChallenges[preferred ?? only].ask(place, user)
}

/** Rounds of CUSTOM_AUTH, or a factor that a step-up lacks; tokens when nothing is wanted. */
function whatElse(place: Place, user: User): Step {
  const { factors, rounds, targets } = place.soFar
  if (rounds) return progress(place, nextRound(place, user.username, user))
  for (const target of targets) {
    if (reaches(factors, target)) break
    if (!factors.includes('pwd') && user.password !== '') return password.ask(place, user)
    if (canUse(user, 'SOFTWARE_TOKEN_MFA') && !factors.includes('otp'))
      return softwareTokenMfa.ask(place, user)
    // A passkey, or a code by message, reaches the third level and no more.
    if (target.endsWith('4')) continue
    if (offersPasskeys(place.pool) && usablePasskeys(place.pool, user).length > 0)
      return webAuthn.ask(place, user)
    if (canUse(user, 'EMAIL_OTP')) return emailOtp.ask(place, user)
    if (canUse(user, 'SMS_MFA')) return smsMfa.ask(place, user)
  }
  return tokens(place, user)
}
