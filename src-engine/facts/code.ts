import { defineFact } from './define-fact.ts'
import { memberOf } from './known-call.ts'

/** Where codes are, with the number of digits that a right one has; 0 where it differs. */
const members = [
  ['SMS_MFA_CODE', 6],
  ['EMAIL_OTP_CODE', 0],
  ['SMS_OTP_CODE', 0],
  ['SOFTWARE_TOKEN_MFA_CODE', 6],
  ['UserCode', 6],
  ['ConfirmationCode', 6],
  ['Code', 6],
] as const

/** The form of a code that somebody typed. */
export const codeFact = defineFact<{
  member: (typeof members)[number][0]
  digits: number
  form: 'digits' | 'digits with spaces or dashes' | 'other characters' | 'empty'
  /** Digits that a right one has; 0 where the service decides. */
  expected: number
}>({
  name: 'code',
  title: 'Code',
  valueTitles: {
    member: 'sent as',
    digits: 'number of digits',
    form: 'form',
    expected: 'digits expected',
  },
  none: { expected: 0 },
  of: (call) => {
    for (const [member, expected] of members) {
      const text = memberOf(call, member)
      if (text === undefined) continue
      return { member, expected, digits: text.replace(/\D/g, '').length, form: formOf(text) }
    }
    return undefined
  },
})

function formOf(
  text: string,
): 'digits' | 'digits with spaces or dashes' | 'other characters' | 'empty' {
  if (text.trim() === '') return 'empty'
  if (/^\d+$/.test(text)) return 'digits'
  return /^[\d\s-]+$/.test(text) ? 'digits with spaces or dashes' : 'other characters'
}
