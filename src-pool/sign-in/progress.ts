import { deviceSrpAuth } from '../challenges/device-srp-auth.ts'
import { mfaSetup } from '../challenges/mfa-setup.ts'
import { newPasswordRequired } from '../challenges/new-password-required.ts'
import { selectMfaType } from '../challenges/select-mfa-type.ts'
import { smsMfa } from '../challenges/sms-mfa.ts'
import { softwareTokenMfa } from '../challenges/software-token-mfa.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import type { User } from '../state/pool.ts'
import type { Place } from '../state/practice-state.ts'
import { deviceOfSignIn, rememberedDevice } from './device.ts'
import { factorsOf } from './factors.ts'
import type { Outcome, Step } from './step.ts'
import { isTemporaryPasswordExpired } from './temporary-password.ts'

/** The challenges that a second factor is asked with. */
const factorChallenges = { SMS_MFA: smsMfa, SOFTWARE_TOKEN_MFA: softwareTokenMfa }

/**
 * What comes next in a sign-in: after the password the replacement of a temporary one, then the
 * proof of a remembered device or the second factor, then tokens.
 * @throws Refusal when the user's state lets even the right password go no further
 */
export function progress(place: Place, outcome: Outcome): Step {
  if ('next' in outcome) return outcome
  const { user } = outcome
  switch (outcome.passed) {
    case 'password':
      return afterPassword({ ...place, deviceKey: place.deviceKey ?? outcome.deviceKey }, user)
    case 'new password':
      return deviceOrFactor(place, user)
    case 'device':
      // A remembered device stands for a second factor only where the pool says so.
      return place.pool.settings.deviceConfiguration?.challengeRequiredOnNewDevice
        ? tokens(place, user)
        : secondFactor(place, user)
    case 'choice':
      return factorChallenges[outcome.method].ask(place, user)
    case 'second factor':
      return tokens(place, user)
  }
}

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

const deviceOrFactor = (place: Place, user: User): Step =>
  rememberedDevice(place, user) ? deviceSrpAuth.ask(place, user) : secondFactor(place, user)

function secondFactor(place: Place, user: User): Step {
  const factors = factorsOf(place.pool, user)
  const [only, ...others] = factors
  if (only === undefined)
    return place.pool.settings.mfaConfiguration === 'ON'
      ? mfaSetup.ask(place, user)
      : tokens(place, user)
  const preferred = factors.find((method) => method === user.preferredMfa)
  if (!preferred && others.length > 0) return selectMfaType.ask(place, user)
  return factorChallenges[preferred ?? only].ask(place, user)
}

function tokens(place: Place, user: User): Step {
  const from = deviceOfSignIn(place, user)
  return {
    next: 'tokens',
    user,
    grant: place.state.grants.issue(place, user, from?.device.key),
    withRefreshToken: true,
    ...(from?.isNew ? { newDevice: from.device } : {}),
  }
}
