import { explainRefusal } from '../../catalogue/explain-refusal.ts'
import { advise } from '../next-moves.ts'
import { refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const refused = defineRule({
  code: 'AS1000',
  slug: 'service/refused',
  title: 'The service refused the call',
  meaning:
    'The exception and its message are known, and no specific rule explains them from the trace.',
  recognised: 'By the name and message of the exception.',
  fix: 'The next moves come from the catalogue of exceptions.',
  excludedBy: 'A rule for this message.',
  sources: ['API reference of the operation'],
  look: (step) => {
    const { refusal } = step
    if (!refusal) return undefined
    const { challenge, flow, operation } = step
    const { causes, known, meaning, title } = explainRefusal({
      challenge,
      flow,
      operation,
      ...refusal,
    })
    return {
      verdict: known === 'text' ? 'proved' : known === 'name' ? 'likely' : 'possible',
      title: known === 'unknown' ? `${title} is not in Cognito’s model` : title,
      evidence: [{ ...refusalPlace(step), text: meaning }],
      next: causes.slice(0, 2).map(({ cause, remedy }) => advise(`${cause} ${remedy}`)),
    }
  },
})
