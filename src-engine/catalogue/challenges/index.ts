import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider'
import type { Challenge } from '../define-challenge.ts'
import { newPasswordRequired } from './new-password-required.ts'
import { passwordVerifier } from './password-verifier.ts'
import { selectMfaType } from './select-mfa-type.ts'
import { smsMfa } from './sms-mfa.ts'
import { softwareTokenMfa } from './software-token-mfa.ts'

const all = [
  passwordVerifier,
  newPasswordRequired,
  smsMfa,
  softwareTokenMfa,
  selectMfaType,
] as const

/** Values of ChallengeName that the SDK knows and the catalogue does not describe yet. */
export const challengesNotDescribedYet = [
  'EMAIL_OTP',
  'SMS_OTP',
  'MFA_SETUP',
  'CUSTOM_CHALLENGE',
  'SELECT_CHALLENGE',
  'PASSWORD',
  'PASSWORD_SRP',
  'WEB_AUTHN',
  'DEVICE_SRP_AUTH',
  'DEVICE_PASSWORD_VERIFIER',
  'ADMIN_NO_SRP_AUTH',
] as const

/** Every challenge by its name on the wire. */
export const challenges: ReadonlyMap<string, Challenge> = new Map(
  all.map((challenge) => [challenge.name, challenge]),
)

/** The names of the described challenges. */
export type ChallengeName = (typeof all)[number]['name']

type Listed = ChallengeName | (typeof challengesNotDescribedYet)[number]
/** Fails the type check when the SDK has a challenge that neither list names, or the reverse. */
export const everyChallengeIsListed: Record<ChallengeNameType, true> extends Record<Listed, true>
  ? Record<Listed, true> extends Record<ChallengeNameType, true>
    ? true
    : never
  : never = true
