import { advise, readClient } from '../next-moves.ts'
import { inResponse } from '../place.ts'
import { defineRule } from '../rule.ts'

export const tokenScope = defineRule({
  code: 'AS2302',
  slug: 'finding/token-scope',
  title: 'The access token lacks the scope that GetUser and similar operations require',
  meaning:
    'Operations for a user require aws.cognito.signin.user.admin; this token does not have it.',
  recognised: 'scope of the access token.',
  fix: 'Allow the scope, or see what the pre-token trigger suppresses.',
  excludedBy: 'The scope in the token.',
  sources: ['API reference, GetUser'],
  look: (step, evidence) => {
    if (step.answer?.kind !== 'tokens') return undefined
    const scope = step.answer.tokens.find(({ use }) => use === 'access')?.claims?.['scope']
    if (typeof scope !== 'string' || scope.split(' ').includes('aws.cognito.signin.user.admin'))
      return undefined
    return {
      verdict: 'proved',
      evidence: [
        inResponse(step, 'scope', scope, 'The token’s scopes', 'aws.cognito.signin.user.admin'),
      ],
      next: [
        readClient(evidence),
        advise('See scopesToSuppress in the response of the PreTokenGeneration trigger.'),
      ],
    }
  },
})
