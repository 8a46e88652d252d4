import { inResponse } from '../place.ts'
import { advise } from '../next-moves.ts'
import { defineRule } from '../rule.ts'

export const secretBlock = defineRule({
  code: 'AS2003',
  slug: 'emulator/secret-block',
  title: 'SECRET_BLOCK is not base64: the server is an emulator',
  meaning:
    'Cognito sends base64; moto 5.2 sends a UUID. The proof is computed over the decoded bytes.',
  recognised: 'By the form of SECRET_BLOCK in the challenge.',
  mended: 'Use USER_PASSWORD_AUTH with that emulator.',
  excludedBy: 'A SECRET_BLOCK of base64.',
  sources: ['moto 5.2 (run here)', 'cognito-facts 14.4'],
  look: (step) => {
    const block = step.challengeParameters['SECRET_BLOCK']
    if (block === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(block))
      return undefined
    return {
      verdict: 'proved',
      evidence: [inResponse(step, 'SECRET_BLOCK', block, 'A UUID', 'base64')],
      next: [advise('Sign in by USER_PASSWORD_AUTH there.')],
    }
  },
})
