import { passwordFact } from '../../facts/password.ts'
import { factOf } from '../evidence.ts'
import { act } from '../next-moves.ts'
import { inFact } from '../place.ts'
import { defineRule } from '../rule.ts'

export const passwordEdges = defineRule({
  code: 'AS1103',
  slug: 'account/password-edges',
  title: 'The password has whitespace at an end',
  meaning:
    'A space or a line break that was copied along belongs to the password that is sent. Cognito lets no password begin or end with whitespace, so this one can be nobody’s.',
  recognised: 'By the form of the password, which is kept as a fact, without the password.',
  mended:
    'Type the password, or take the whitespace off: `printf %s` in place of `echo`, `$(cat file)` in place of the file.',
  excludedBy: 'A password without whitespace and quotation marks at its ends.',
  sources: ['API reference, PasswordType (`[\\S]+`)', 'Developer guide, “Password policies”'],
  look: (step) => {
    const fact = factOf(step, passwordFact)
    if (fact?.edges === undefined) return undefined
    const next = [act('Type the password again', { do: 'edit input', field: 'PASSWORD' })]
    if (fact.edges === 'clean')
      return {
        verdict: 'excluded',
        evidence: [
          inFact(step, passwordFact, fact.edges, 'Nothing stands at the ends of the password'),
        ],
      }
    return {
      verdict: fact.edges === 'quotation marks around it' ? 'likely' : 'proved',
      title: `The password has ${fact.edges}`,
      evidence: [inFact(step, passwordFact, fact.edges, `The password has ${fact.edges}`, 'clean')],
      next,
    }
  },
})
