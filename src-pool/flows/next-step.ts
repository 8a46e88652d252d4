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
import type { ClientCall } from '../state/practice-state.ts'
import { reaches } from '../tokens/assurance.ts'
import { nextRound } from '../sign-in/custom-round.ts'
import { rememberedDevice } from '../sign-in/device.ts'
import { canUse, factorsOf, isRisky } from '../sign-in/factors.ts'
import type { Factor, PassedFactors } from '../state/passed-factors.ts'
import type { Outcome, Step } from '../sign-in/step.ts'
import { isTemporaryPasswordExpired } from '../credentials/temporary-password.ts'
import { tokens } from '../sign-in/tokens-step.ts'
import type { ChallengeResult } from '../triggers/define-auth-challenge.ts'

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
export function nextStep(clientCall: ClientCall, outcome: Outcome): Step {
  if ('next' in outcome) return outcome
  const { user } = outcome
  const here = {
    ...clientCall,
    passedFactors: passedFactorsAfter(clientCall.passedFactors, outcome),
  }
  switch (outcome.passed) {
    case 'password':
      return afterPassword({ ...here, deviceKey: clientCall.deviceKey ?? outcome.deviceKey }, user)
    case 'new password':
      return deviceOrFactor(here, user)
    case 'passkey':
      return outcome.countsAsSecond ? whatElse(here, user) : afterPasskey(here, user)
    case 'device':
      return afterDevice(here, user)
    case 'choice':
      return factorChallenges[outcome.method].prompt(here, user)
    case 'first factor':
    case 'second factor':
    case 'set-up':
    case 'earlier sign-in':
      return whatElse(here, user)
    case 'custom round':
      return nextStep(here, nextRound(here, user.username, user))
    case 'custom rounds':
      return deviceOrTokens(here, user)
  }
}

function passedFactorsAfter(
  earlier: PassedFactors,
  outcome: Exclude<Outcome, Step>,
): PassedFactors {
  switch (outcome.passed) {
    case 'password': {
      const passedFactors = withFactor(outcome.passedFactors ?? earlier, outcome.factor)
      return withRound(passedFactors, 'PASSWORD_VERIFIER')
    }
    case 'first factor':
    case 'second factor':
      return withRound(withFactor(earlier, outcome.factor), roundOf[outcome.factor])
    case 'set-up':
    case 'passkey':
      return withFactor(earlier, outcome.factor)
    case 'device':
      return { ...outcome.passedFactors, via: 'AuthenticateDevice' }
    case 'choice':
      return outcome.passedFactors ?? earlier
    case 'new password':
      return { ...earlier, via: 'NewPasswordChallenge' }
    case 'custom round':
      return { ...earlier, rounds: [...(earlier.rounds ?? []), outcome.round] }
    default:
      return earlier
  }
}

const withFactor = (earlier: PassedFactors, factor: Factor): PassedFactors => ({
  ...earlier,
  factors: [...new Set([...earlier.factors, factor])],
})

/** The round of a custom sign-in that a factor by a code is, as DefineAuthChallenge sees it. */
const roundOf: Readonly<Partial<Record<Factor, ChallengeResult['challengeName']>>> = {
  sms: 'SMS_MFA',
  email_otp: 'EMAIL_OTP',
  otp: 'SOFTWARE_TOKEN_MFA',
}

/** Adds a round that was passed, where the sign-in is one of rounds. */
const withRound = (
  earlier: PassedFactors,
  challengeName: ChallengeResult['challengeName'] | undefined,
): PassedFactors =>
  earlier.rounds && challengeName
    ? { ...earlier, rounds: [...earlier.rounds, { challengeName, challengeResult: true }] }
    : earlier

function afterPassword(clientCall: ClientCall, user: User): Step {
  switch (user.status) {
    case 'FORCE_CHANGE_PASSWORD':
      if (isTemporaryPasswordExpired(clientCall.pool, user, clientCall.state.ports.now()))
        refuse(refusals.temporaryPasswordExpired)
      return newPasswordRequired.prompt(clientCall, user)
    case 'UNCONFIRMED':
      return refuse(refusals.userUnconfirmed)
    case 'RESET_REQUIRED':
      return refuse(refusals.resetRequired)
    case 'CONFIRMED':
      return deviceOrFactor(clientCall, user)
  }
}

/** In CUSTOM_AUTH the device is asked for once, after the last round; this is assumed. */
const deviceOrFactor = (clientCall: ClientCall, user: User): Step =>
  !clientCall.passedFactors.rounds && rememberedDevice(clientCall, user)
    ? deviceSrpAuth.prompt(clientCall, user)
    : secondFactor(clientCall, user)

const deviceOrTokens = (clientCall: ClientCall, user: User): Step =>
  rememberedDevice(clientCall, user)
    ? deviceSrpAuth.prompt(clientCall, user)
    : tokens(clientCall, user)

function afterDevice(clientCall: ClientCall, user: User): Step {
  if (clientCall.passedFactors.rounds) return tokens(clientCall, user)
  // A remembered device stands for a second factor only where the pool says so.
  return clientCall.pool.settings.deviceConfiguration?.challengeRequiredOnNewDevice
    ? whatElse(clientCall, user)
    : secondFactor(clientCall, user)
}

/** A passkey alone is not enough where the pool requires a second factor. */
const afterPasskey = (clientCall: ClientCall, user: User): Step =>
  clientCall.pool.settings.mfaConfiguration === 'ON' &&
  clientCall.passedFactors.factors.length === 1
    ? secondFactor(clientCall, user)
    : whatElse(clientCall, user)

function secondFactor(clientCall: ClientCall, user: User): Step {
  const factors = factorsOf(clientCall.pool, user, isRisky(clientCall))
  const [only, ...others] = factors
  if (only === undefined) {
    if (clientCall.state.ports.risk?.()?.blocksWithoutFactor)
      refuse(threatProtectionRefusals.signInBlocked)
    return clientCall.pool.settings.mfaConfiguration === 'ON'
      ? mfaSetup.prompt(clientCall, user)
      : whatElse(clientCall, user)
  }
  const preferred = factors.find((method) => method === user.preferredMfa)
  if (!preferred && others.length > 0) return selectMfaType.prompt(clientCall, user)
  return factorChallenges[preferred ?? only].prompt(clientCall, user)
}

/** Rounds of CUSTOM_AUTH, or a factor that a step-up lacks; tokens when nothing is missing. */
function whatElse(clientCall: ClientCall, user: User): Step {
  const { factors, rounds, targets } = clientCall.passedFactors
  if (rounds) return nextStep(clientCall, nextRound(clientCall, user.username, user))
  for (const target of targets) {
    if (reaches(factors, target)) break
    if (!factors.includes('pwd') && user.password !== '') return password.prompt(clientCall, user)
    if (canUse(user, 'SOFTWARE_TOKEN_MFA') && !factors.includes('otp'))
      return softwareTokenMfa.prompt(clientCall, user)
    // A passkey, or a code by message, reaches the third level and no more.
    if (target === 4) continue
    if (offersPasskeys(clientCall.pool) && usablePasskeys(clientCall.pool, user).length > 0)
      return webAuthn.prompt(clientCall, user)
    if (canUse(user, 'EMAIL_OTP')) return emailOtp.prompt(clientCall, user)
    if (canUse(user, 'SMS_MFA')) return smsMfa.prompt(clientCall, user)
  }
  return tokens(clientCall, user)
}
