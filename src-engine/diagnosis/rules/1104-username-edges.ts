import { usernameFact } from '../../facts/username.ts'
import { factOf } from '../evidence.ts'
import { act } from '../next-moves.ts'
import { inFact } from '../place.ts'
import { defineRule } from '../rule.ts'

export const usernameEdges = defineRule({
  code: 'AS1104',
  slug: 'account/username-edges',
  title: 'The username has whitespace at an end',
  meaning: 'A space or a line break that was copied along makes it the name of nobody.',
  recognised: 'By the form of the name, which is kept as a fact also where the name is a mark.',
  mended: 'Take the whitespace off.',
  excludedBy: 'A name without whitespace and quotation marks at its ends.',
  sources: ['API reference, UsernameType (`[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+`)'],
  look: (step) => {
    const edges = factOf(step, usernameFact)?.edges
    if (edges === undefined || step.challenge !== undefined) return undefined
    if (edges === 'clean')
      return {
        verdict: 'excluded',
        evidence: [inFact(step, usernameFact, edges, 'Nothing stands at the ends of the username')],
      }
    return {
      verdict: edges === 'quotation marks around it' ? 'likely' : 'proved',
      title: `The username has ${edges}`,
      evidence: [inFact(step, usernameFact, edges, `The username has ${edges}`, 'clean')],
      next: [act('Correct the username', { do: 'edit input', field: 'USERNAME' })],
    }
  },
})
