import { accessTokenFact } from '../../facts/access-token.ts'
import { factOf } from '../evidence.ts'
import { advise, readClient } from '../next-moves.ts'
import { inFact, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const accessScope = defineRule({
  code: 'AS1613',
  slug: 'token/access-scope',
  title: 'The access token lacks the scope aws.cognito.signin.user.admin',
  meaning:
    'Operations for a user require that scope. Tokens of InitiateAuth have it; tokens of managed login only if the app client allows it and it was requested; a pre-token trigger can remove it.',
  recognised: 'The service says so; scope of the token.',
  fix: 'Allow the scope in the app client, request it, and sign in again.',
  excludedBy: 'A token that has the scope.',
  sources: ['FS:37586621203', 'amplify-js#1906'],
  look: (step, evidence) => {
    const scope = factOf(step, accessTokenFact)?.scope
    const place = inFact(step, accessTokenFact, scope, `scope ${scope ?? 'is not known'}`, 'has it')
    if (scope === 'has it') return { verdict: 'excluded', evidence: [place] }
    return {
      verdict: 'proved',
      evidence: [refusalPlace(step), ...(scope === 'lacks it' ? [place] : [])],
      next: [
        readClient(evidence),
        advise('Add aws.cognito.signin.user.admin to AllowedOAuthScopes, and request it.'),
      ],
    }
  },
})
