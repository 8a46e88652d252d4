import { usernameFact } from '../../facts/username.ts'
import { factOf } from '../evidence.ts'
import { act } from '../next-moves.ts'
import { inFact } from '../place.ts'
import { defineRule } from '../rule.ts'

export const usernameEdges = defineRule({
  code: 'AS1104',
  slug: 'account/username-edges',
  title: 'The username begins or ends with whitespace',
  meaning: 'With a copied space or line break it is not the name of any user.',
  recognised: 'By the form of the name, which is kept as a fact even if the name is a mark.',
  fix: 'Remove the whitespace.',
  excludedBy: 'A name without whitespace or quotation marks at its ends.',
  sources: ['API reference, UsernameType (`[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+`)'],
  look: (step) => {
    const edges = factOf(step, usernameFact)?.edges
    if (edges === undefined || step.challenge !== undefined) return undefined
    if (edges === 'clean')
      return {
        verdict: 'excluded',
        evidence: [
          inFact(
            step,
            usernameFact,
            edges,
            'The username has no whitespace or quotation marks at its ends',
          ),
        ],
      }
    return {
      verdict: edges === 'quotation marks around it' ? 'likely' : 'proved',
      title: `The username has ${edges}`,
      evidence: [inFact(step, usernameFact, edges, `The username has ${edges}`, 'clean')],
      next: [act('Correct the username', { do: 'edit input', field: 'USERNAME' })],
    }
  },
})
