import { totpCode, totpStep } from '#engine/totp/totp.ts'
import type { CaseValue, TestBed } from './sign-in-case.ts'

/** The password of every practice user but those with a temporary one. */
export const password = 'Practice-Password-1!'
/** The password that has to be replaced. */
export const temporaryPassword = 'Temporary-Password-1!'
/** A new password that every pool's policy takes. */
export const newPassword = 'Better-Password-2!'
/** The TOTP secret of every practice user who has one. */
export const totpSecret = 'AUTHSCOPEPRACTICETOTPSECRETTHATGUARDSNOTHINGATALL22A'

/** The code of the newest message. */
export const codeSent: CaseValue = (testBed: TestBed) => testBed.sentCode()

/** A code as long as the one that was sent, and another. */
export const otherCode: CaseValue = (testBed: TestBed) =>
  testBed.sentCode().replace(/^\d/, (digit) => String((Number(digit) + 1) % 10))

/** What the authenticator application shows now. */
export const totpNow: CaseValue = (testBed: TestBed) =>
  totpCode(totpSecret, totpStep(testBed.now()))

/** What it showed an hour ago. */
export const totpLongAgo: CaseValue = (testBed: TestBed) =>
  totpCode(totpSecret, totpStep(testBed.now()) - 120)
