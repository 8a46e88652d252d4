import { codeFact } from '../../facts/code.ts'
import { factOf } from '../evidence.ts'
import { act } from '../next-moves.ts'
import { inFact } from '../place.ts'
import { defineRule } from '../rule.ts'

export const codeForm = defineRule({
  code: 'AS1505',
  slug: 'code/form',
  title: 'The code does not have the right form',
  meaning:
    'A code has only digits: spaces, dashes or letters were copied too, or a digit is missing.',
  recognised: 'By its characters and length, which are kept as a fact.',
  fix: 'Enter only the digits.',
  excludedBy: 'Exactly as many digits as a code has.',
  sources: ['API reference, SoftwareTokenMFAUserCodeType', 'cognito-facts 13'],
  look: (step) => {
    const fact = factOf(step, codeFact)
    if (fact?.form === undefined) return undefined
    const { digits = 0, expected = 0, form, member = '' } = fact
    const short = expected > 0 && digits !== expected
    if (form === 'digits' && !short)
      return {
        verdict: 'excluded',
        evidence: [
          inFact(
            step,
            codeFact,
            `${String(digits)} digits`,
            `${member} is ${String(digits)} digits`,
          ),
        ],
      }
    return {
      verdict: 'proved',
      title: short
        ? `The code has ${String(digits)} digits, and not ${String(expected)}`
        : `The code is ${form}`,
      evidence: [
        inFact(
          step,
          codeFact,
          `${String(digits)}, ${form}`,
          `${member}: ${String(digits)} digits, ${form}`,
          expected > 0 ? `${String(expected)} digits` : 'digits',
        ),
      ],
      next: [act('Enter the code again', { do: 'edit input', field: member })],
    }
  },
})
