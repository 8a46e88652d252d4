import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider'
import type { Challenge } from '../define-challenge.ts'
import { adminNoSrpAuth } from './admin-no-srp-auth.ts'
import { customChallenge } from './custom-challenge.ts'
import { devicePasswordVerifier } from './device-password-verifier.ts'
import { deviceSrpAuth } from './device-srp-auth.ts'
import { emailOtp } from './email-otp.ts'
import { mfaSetup } from './mfa-setup.ts'
import { newPasswordRequired } from './new-password-required.ts'
import { password } from './password.ts'
import { passwordSrp } from './password-srp.ts'
import { passwordVerifier } from './password-verifier.ts'
import { selectChallenge } from './select-challenge.ts'
import { selectMfaType } from './select-mfa-type.ts'
import { smsMfa } from './sms-mfa.ts'
import { smsOtp } from './sms-otp.ts'
import { softwareTokenMfa } from './software-token-mfa.ts'
import { webAuthn } from './web-authn.ts'

const all = [
  passwordVerifier,
  newPasswordRequired,
  smsMfa,
  emailOtp,
  softwareTokenMfa,
  selectMfaType,
  mfaSetup,
  selectChallenge,
  password,
  passwordSrp,
  smsOtp,
  webAuthn,
  customChallenge,
  deviceSrpAuth,
  devicePasswordVerifier,
  adminNoSrpAuth,
] as const

/** Every challenge by its name on the wire. */
export const challenges: ReadonlyMap<string, Challenge> = new Map(
  all.map((challenge) => [challenge.name, challenge]),
)

/** The names of the described challenges. */
export type ChallengeName = (typeof all)[number]['name']

/** Fails the type check when the SDK has a challenge that the list lacks, or the reverse. */
export const everyChallengeIsListed: Record<ChallengeNameType, true> extends Record<
  ChallengeName,
  true
>
  ? Record<ChallengeName, true> extends Record<ChallengeNameType, true>
    ? true
    : never
  : never = true
