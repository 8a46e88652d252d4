import { totpCode, totpStep } from '#engine/totp/totp.ts'
import type { CaseValue, Stage } from './sign-in-case.ts'

/** The password of every practice user but those with a temporary one. */
export const password = 'Practice-Password-1!'
/** The password that has to be replaced. */
export const temporaryPassword = 'Temporary-Password-1!'
/** A new password that every pool's policy takes. */
export const newPassword = 'Better-Password-2!'
/** The TOTP secret of every practice user who has one. */
export const totpSecret = 'AUTHSCOPEPRACTICETOTPSECRETTHATGUARDSNOTHINGATALL22A'

/** The code of the newest message. */
export const codeSent: CaseValue = (stage: Stage) => stage.sentCode()

/** A code as long as the one that was sent, and another. */
export const otherCode: CaseValue = (stage: Stage) =>
  stage.sentCode().replace(/^\d/, (digit) => String((Number(digit) + 1) % 10))

/** What the authenticator application shows now. */
export const totpNow: CaseValue = (stage: Stage) => totpCode(totpSecret, totpStep(stage.now()))

/** What it showed an hour ago. */
export const totpLongAgo: CaseValue = (stage: Stage) =>
  totpCode(totpSecret, totpStep(stage.now()) - 120)
