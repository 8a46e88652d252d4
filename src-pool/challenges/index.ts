import type { Challenge } from './challenge.ts'
import { devicePasswordVerifier } from './device-password-verifier.ts'
import { deviceSrpAuth } from './device-srp-auth.ts'
import { customChallenge } from './custom-challenge.ts'
import { emailOtp } from './email-otp.ts'
import { passwordSrp } from './password-srp.ts'
import { password } from './password.ts'
import { selectChallenge } from './select-challenge.ts'
import { smsOtp } from './sms-otp.ts'
import { mfaSetup } from './mfa-setup.ts'
import { newPasswordRequired } from './new-password-required.ts'
import { passwordVerifier } from './password-verifier.ts'
import { selectMfaType } from './select-mfa-type.ts'
import { smsMfa } from './sms-mfa.ts'
import { softwareTokenMfa } from './software-token-mfa.ts'
import { webAuthn } from './web-authn.ts'

/** Every challenge that the practice pool takes an answer to. */
export const challenges: readonly Challenge[] = [
  passwordVerifier,
  newPasswordRequired,
  smsMfa,
  softwareTokenMfa,
  selectMfaType,
  mfaSetup,
  deviceSrpAuth,
  devicePasswordVerifier,
  emailOtp,
  selectChallenge,
  password,
  passwordSrp,
  smsOtp,
  webAuthn,
  customChallenge,
]
