import { sent, sentNo } from '../evidence.ts'
import { act, readClient } from '../next-moves.ts'
import { inRequest, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const secretHashMissing = defineRule({
  code: 'AS1201',
  slug: 'client/secret-hash-missing',
  title: 'The app client has a secret, and no SECRET_HASH was sent',
  meaning:
    'Every call of an app client with a secret must prove that the caller knows it, with SECRET_HASH or SecretHash.',
  recognised:
    'Cognito says so, or it says that the hash is wrong, and the request has none, as before 2021.',
  fix: 'Enter the secret, or use a client without one: a browser or a mobile app cannot keep a secret, and a secret cannot be removed from a client.',
  excludedBy: 'A request with SECRET_HASH.',
  sources: ['amplify-android#2504', 'Developer guide, “Computing secret hash values”'],
  look: (step, evidence) => {
    // A message that calls the hash wrong does not name a missing one, so a hash excludes nothing.
    const isNamed = /not received/i.test(step.refusal?.message ?? '')
    const hash = sent(step, 'SECRET_HASH', 'SecretHash')
    if (isNamed && hash !== undefined && hash !== '')
      return {
        verdict: 'excluded',
        evidence: [inRequest(step, 'SECRET_HASH', hash, 'SECRET_HASH was sent')],
      }
    const isMissing = sentNo(step, 'SECRET_HASH', 'SecretHash')
    if (!isNamed && !isMissing) return undefined
    return {
      verdict: isNamed ? 'proved' : 'likely',
      evidence: [
        refusalPlace(step),
        ...(isMissing
          ? [inRequest(step, 'SECRET_HASH', '', 'The request has no SECRET_HASH', 'a hash')]
          : []),
      ],
      next: [
        act('Enter the client secret', { do: 'edit profile', field: 'clientSecret' }),
        readClient(evidence),
      ],
    }
  },
})
