import { secretBlockFact } from '../../facts/secret-block.ts'
import { factOf } from '../evidence.ts'
import { advise } from '../next-moves.ts'
import { inFact } from '../place.ts'
import { defineRule } from '../rule.ts'

export const secretBlock = defineRule({
  code: 'AS2003',
  slug: 'emulator/secret-block',
  title: 'SECRET_BLOCK is not base64: the server is an emulator',
  meaning:
    'Cognito sends base64; moto 5.2 sends a UUID. The proof is computed over the decoded bytes, and where there is nothing to decode, over the text as it is.',
  recognised: 'By the form of SECRET_BLOCK, which is kept as a fact.',
  fix: 'Use USER_PASSWORD_AUTH with that emulator, if it refuses the proof.',
  excludedBy: 'A SECRET_BLOCK of base64.',
  sources: ['moto 5.2 (run here)', 'cognito-facts 14.4'],
  look: (step) => {
    const form = factOf(step, secretBlockFact)?.form
    if (form === undefined) return undefined
    const evidence = [inFact(step, secretBlockFact, form, `SECRET_BLOCK is ${form}`, 'base64')]
    if (form === 'base64') return step.refusal && { verdict: 'excluded', evidence }
    return {
      verdict: step.refusal ? 'likely' : 'proved',
      title: `SECRET_BLOCK is ${form}: the server is an emulator`,
      evidence,
      next: [advise('Sign in with USER_PASSWORD_AUTH there.')],
    }
  },
})
