import { act, readClient } from '../next-moves.ts'
import { refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const refreshOff = defineRule({
  code: 'AS1008',
  slug: 'client/refresh-rotation',
  title: 'Refresh token rotation is on, or REFRESH_TOKEN_AUTH is off',
  meaning:
    'With rotation on, REFRESH_TOKEN_AUTH is refused, and GetTokensFromRefreshToken replaces it. Without ALLOW_REFRESH_TOKEN_AUTH the response is the same.',
  recognised: 'A refresh by REFRESH_TOKEN_AUTH is refused with the message of a flow that is off.',
  fix: 'Call GetTokensFromRefreshToken, or turn off RefreshTokenRotation.',
  excludedBy: 'A flow other than a refresh.',
  sources: ['aws-sdk-js-v3#7162', 'terraform-provider-aws#45650'],
  look: (step, evidence) => {
    if (!step.flow.startsWith('REFRESH_TOKEN')) return undefined
    return {
      verdict: 'proved',
      evidence: [refusalPlace(step)],
      next: [
        act('Refresh by GetTokensFromRefreshToken', {
          do: 'retry',
          flow: 'GetTokensFromRefreshToken',
        }),
        readClient(evidence),
      ],
    }
  },
})
