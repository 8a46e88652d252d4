import { expect, test } from 'vitest'
import { codeField } from '#engine/catalogue/field.ts'
import { digitsOf } from './code-digits.ts'

test('there are as many boxes as the code has digits in the catalogue', () => {
  expect(digitsOf(codeField('SMS_MFA_CODE', 6, ''))).toBe(6)
  expect(digitsOf(codeField('EMAIL_OTP_CODE', 8, ''))).toBe(8)
})
