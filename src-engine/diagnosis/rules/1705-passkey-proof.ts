import { act, advise } from '../next-moves.ts'
import { inRequest, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const passkeyProof = defineRule({
  code: 'AS1705',
  slug: 'passkey/proof',
  title: 'The passkey’s signature was not accepted',
  meaning:
    'No password is part of this sign-in. The credential was signed for another challenge, by a passkey that the user no longer has, on a page of another relying party, or without the verification of its user that the pool requires.',
  recognised: 'The refused call answers WEB_AUTHN.',
  fix: 'Sign the options of the newest challenge, on a page of the relying party, with a passkey that ListWebAuthnCredentials lists.',
  excludedBy: 'A call that does not answer WEB_AUTHN.',
  sources: ['WebAuthn Level 2, 7.2', 'Message assumed: the service model has the exception alone'],
  look: (step) => {
    if (step.challenge !== 'WEB_AUTHN') return undefined
    return {
      verdict: 'likely',
      evidence: [
        refusalPlace(step),
        inRequest(step, 'ChallengeName', 'WEB_AUTHN', 'A passkey was the factor, not a password'),
      ],
      next: [
        act('Start again with a new challenge', { do: 'retry' }),
        act('Show the user’s passkeys', { do: 'call', operation: 'ListWebAuthnCredentials' }),
        advise(
          'In the application: pass CREDENTIAL_REQUEST_OPTIONS of this very challenge to navigator.credentials.get, on a page of its rpId, and send the result unchanged.',
        ),
      ],
    }
  },
})
