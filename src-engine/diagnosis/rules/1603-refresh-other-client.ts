import { factAmong } from '../../facts/facts-of.ts'
import { refreshHistoryFact } from '../../facts/refresh-history.ts'
import { act } from '../next-moves.ts'
import { inFact, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const refreshOtherClient = defineRule({
  code: 'AS1603',
  slug: 'token/refresh-other-client',
  title: 'The refresh token belongs to another app client',
  meaning: 'A refresh token works only with the app client that it was issued to.',
  recognised:
    'The service says so, or an earlier sign-in got this very token through another app client.',
  fix: 'Use the client ID of the first sign-in: aud of the ID token, client_id of the access token.',
  excludedBy: 'An earlier sign-in that got the token through this app client.',
  sources: ['FS:71396036450', 'FS:15644355012', 'FS:61538848745'],
  look: (step, { known }) => {
    const issuedTo = factAmong(known, refreshHistoryFact)?.issuedTo ?? 'not seen'
    const next = [act('Edit the profile’s client ID', { do: 'edit profile', field: 'clientId' })]
    if (/different client/i.test(step.refusal?.message ?? ''))
      return { verdict: 'proved', evidence: [refusalPlace(step)], next }
    if (issuedTo === 'not seen') return undefined
    const evidence = [
      inFact(
        { number: 0 },
        refreshHistoryFact,
        issuedTo,
        `An earlier sign-in got this refresh token through ${issuedTo}`,
        'this app client',
      ),
    ]
    if (issuedTo === 'this app client') return { verdict: 'excluded', evidence }
    return { verdict: 'proved', evidence, next }
  },
})
