import { expect, it } from 'vitest'
import known from '../vectors/totp.json' with { type: 'json' }
import { totpCode, totpStep } from './totp.ts'

it('computes the codes of RFC 6238 (a lost leading zero would be refused one time in ten)', () => {
  for (const { unix, code6 } of known.cases)
    expect(totpCode(known.secret_base32, totpStep(unix * 1000))).toBe(code6)
})

it('reads a pasted secret: lowercase, in groups, with padding', () => {
  const plain = totpCode('JBSWY3DPEHPK3PXP', 1)
  expect(totpCode('jbsw y3dp ehpk 3pxp', 1)).toBe(plain)
  expect(totpCode('JBSWY3DPEHPK3PXP====', 1)).toBe(plain)
})

it('says that a secret is not base32 instead of computing a wrong code', () => {
  expect(() => totpCode('not base32!', 1)).toThrow()
})

it('accepts a secret whose last letter has leftover bits, as every authenticator does', () => {
  expect(totpCode('JBSWY3DPEHPK3PXPB', 1)).toBe(totpCode('JBSWY3DPEHPK3PXP', 1))
  expect(totpCode('JBSWY3DPEHPK3PXPAB', 1)).toBe(totpCode('JBSWY3DPEHPK3PXPAA', 1))
})
