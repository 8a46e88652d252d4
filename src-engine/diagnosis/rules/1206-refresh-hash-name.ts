import { secretHashFact } from '../../facts/secret-hash.ts'
import { factOf, sentNo } from '../evidence.ts'
import { act } from '../next-moves.ts'
import { notRecorded } from '../not-recorded.ts'
import { inFact, inRequest, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const refreshHashName = defineRule({
  code: 'AS1206',
  slug: 'client/refresh-hash-name',
  title: 'SECRET_HASH of the refresh is computed over an alias, not over the real username',
  meaning:
    'A refresh does not name a user, so Cognito computes the hash over the username of the token’s owner: cognito:username, which is the sub in an email or phone pool.',
  recognised:
    'The hash is computed correctly over the typed name, and Cognito expects another name.',
  fix: 'Use cognito:username of the ID token, or username of the access token.',
  excludedBy: 'A hash over the username in the tokens, or a request without one.',
  sources: ['boto3#2736', 'pycognito#18', 'net-extensions#122'],
  look: (step, { view }) => {
    if (!step.flow.startsWith('REFRESH_TOKEN')) return undefined
    if (sentNo(step, 'SECRET_HASH', 'SecretHash'))
      return {
        verdict: 'excluded',
        evidence: [inRequest(step, 'SECRET_HASH', '', 'The refresh has no SECRET_HASH', 'a hash')],
      }
    const fact = factOf(step, secretHashFact)
    const next = [act('Enter the username of the tokens', { do: 'edit input', field: 'USERNAME' })]
    if (fact?.over === undefined || fact.secret === 'unknown')
      return { verdict: 'possible', evidence: [refusalPlace(step)], next }
    const { over } = fact
    const place = (text: string) => [
      inFact(step, secretHashFact, over, text, 'the user name of the tokens'),
    ]
    if (over === 'the user name of the tokens')
      return {
        verdict: 'excluded',
        evidence: place('SECRET_HASH is computed over the owner’s username'),
      }
    if (over === 'the name typed' || over === 'the sub' || over === 'the name in lower case')
      return {
        verdict: 'likely',
        evidence: place(`SECRET_HASH is computed correctly, over ${over}`),
        next,
      }
    // Where a name is known and the hash is over none, the secret is wrong.
    if (over === 'no name that is known' && view.username === '')
      return {
        verdict: 'possible',
        evidence: [
          notRecorded(
            step,
            secretHashFact.name,
            'A refresh does not name its user, and no sign-in of this trace does: it does not show over which name SECRET_HASH was computed',
          ),
        ],
        next,
      }
    return over === 'no name'
      ? {
          verdict: 'proved',
          title: 'SECRET_HASH of the refresh is computed without a username',
          evidence: place('SECRET_HASH is computed over the client ID alone'),
          next,
        }
      : undefined
  },
})
