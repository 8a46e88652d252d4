import { clientProbeFact } from '../../facts/client-probe.ts'
import { clientSecretFact } from '../../facts/client-secret.ts'
import { factAmong } from '../../facts/facts-of.ts'
import { secretHashFact } from '../../facts/secret-hash.ts'
import { factOf, sentNo } from '../evidence.ts'
import { act, readClient, testProfile } from '../next-moves.ts'
import { inFact, inRequest, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const clientSecretWrong = defineRule({
  code: 'AS1203',
  slug: 'client/secret-wrong',
  title: 'The client secret is not this client’s',
  meaning:
    'The secret belongs to another client, was deleted (a client can have two), or was truncated when copied; or the client has no secret.',
  recognised:
    'SECRET_HASH is computed correctly over the right name, so only the secret can be wrong.',
  fix: 'Copy ClientSecret again from describe-user-pool-client.',
  excludedBy:
    'A hash that was computed in another way or over another name, or a request without one. A probe that was accepted with the same secret.',
  sources: ['dart-2#161', 'API reference, AddUserPoolClientSecret'],
  look: (step, evidence) => {
    const hash = factOf(step, secretHashFact)
    const secret = factOf(step, clientSecretFact)
    const next = [
      act('Enter the client secret again', { do: 'edit profile', field: 'clientSecret' }),
      readClient(evidence),
      ...testProfile(evidence),
    ]
    const probe = factAmong(evidence.known, clientProbeFact)
    const probed = (text: string) => [
      inFact(
        { number: 0 },
        clientProbeFact,
        `secret-right: ${String(probe?.['secret-right'] ?? '')}`,
        text,
        'secret-right: yes',
      ),
    ]
    if (probe?.['secret-right'] === 'yes')
      return {
        verdict: 'excluded',
        evidence: probed('The test of this profile was accepted with the same client secret'),
      }
    if (sentNo(step, 'SECRET_HASH', 'SecretHash'))
      return {
        verdict: 'excluded',
        evidence: [
          inRequest(step, 'SECRET_HASH', '', 'No secret was used: there is no hash', 'a hash'),
        ],
      }
    if (hash?.over === undefined || hash.secret === 'unknown')
      return { verdict: 'possible', evidence: [refusalPlace(step)], next }
    const { computation = '', over } = hash
    // The form alone says what is wrong with it.
    if (secret?.form === 'impossible') return undefined
    const place = (text: string) => [
      inFact(step, secretHashFact, `${over}, ${computation}`, text, 'the name sent, standard'),
    ]
    if (over === 'the name sent' && computation === 'standard')
      return {
        verdict: 'proved',
        evidence: place(
          'SECRET_HASH is computed correctly over the USERNAME: only the secret can be wrong',
        ),
        next,
      }
    if (over === 'no name that is known')
      return {
        // A refresh without its sign-in names nobody: its hash may be over a name that is right.
        verdict: evidence.view.username === '' ? 'possible' : 'likely',
        evidence: place(
          'SECRET_HASH does not match the known secret with any name of this sign-in',
        ),
        next,
      }
    // A refresh names nobody, so that both the name and the secret may be wrong.
    if (computation === 'standard' && step.flow.startsWith('REFRESH_TOKEN'))
      return { verdict: 'possible', evidence: place('The name in the hash may be right'), next }
    return {
      verdict: 'excluded',
      evidence: place(`What is wrong is how the hash was computed: over ${over}, ${computation}`),
    }
  },
})
