import { act, advise } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const totpUsed = textRule({
  code: 'AS1503',
  slug: 'code/totp-used',
  title: 'This authenticator code was already used',
  meaning: 'Each TOTP code works once, even if it was used to set up the authenticator.',
  fix: 'Wait for the next code, at most 30 seconds; the session stays valid.',
  sources: ['MOTO-V', 'FS:24122871516'],
  next: (step) => [
    act('Wait for the next code', {
      do: 'wait',
      untilMs: (Math.floor(step.at / 30_000) + 1) * 30_000,
    }),
    advise('Enter the next code in the same session.'),
  ],
})
