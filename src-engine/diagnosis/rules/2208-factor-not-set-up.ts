import { act } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const factorNotSetUp = textRule({
  code: 'AS2208',
  slug: 'input/factor-not-set-up',
  title: 'The factor is not set up for this user yet',
  meaning:
    'An authenticator needs its first code verified, and SMS or email a verified contact, before they can be preferred.',
  fix: 'Call AssociateSoftwareToken and VerifySoftwareToken first, or verify the contact.',
  sources: ['amplify-js#7016', 'FS:33947575759'],
  next: () => [act('Set up an authenticator', { do: 'call', operation: 'AssociateSoftwareToken' })],
})
