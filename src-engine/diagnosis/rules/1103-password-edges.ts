import { passwordFact } from '../../facts/password.ts'
import { factOf } from '../evidence.ts'
import { act } from '../next-moves.ts'
import { inFact } from '../place.ts'
import { defineRule } from '../rule.ts'

export const passwordEdges = defineRule({
  code: 'AS1103',
  slug: 'account/password-edges',
  title: 'The password begins or ends with whitespace',
  meaning:
    'A copied space or line break is part of the password that was sent. Cognito does not allow passwords to begin or end with whitespace, so this cannot be anyone’s password.',
  recognised: 'By the form of the password, which is kept as a fact without the password.',
  fix: 'Type the password, or remove the whitespace: `printf %s` instead of `echo`, `$(cat file)` instead of the file.',
  excludedBy: 'A password without whitespace or quotation marks at its ends.',
  sources: ['API reference, PasswordType (`[\\S]+`)', 'Developer guide, “Password policies”'],
  look: (step) => {
    const fact = factOf(step, passwordFact)
    if (fact?.edges === undefined) return undefined
    const next = [act('Type the password again', { do: 'edit input', field: 'PASSWORD' })]
    if (fact.edges === 'clean')
      return {
        verdict: 'excluded',
        evidence: [
          inFact(
            step,
            passwordFact,
            fact.edges,
            'The password has no whitespace or quotation marks at its ends',
          ),
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
