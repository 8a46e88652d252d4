import { explainRefusal } from '../../catalogue/explain-refusal.ts'
import { advise } from '../next-moves.ts'
import { refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const refused = defineRule({
  code: 'AS1000',
  slug: 'service/refused',
  title: 'The service refused the call',
  meaning:
    'The exception and its text are known, and no rule of its own looks at what in the trace led to them.',
  recognised: 'By the name of the exception, and by its text.',
  mended: 'The next moves come from the catalogue of exceptions.',
  excludedBy: 'A rule that knows the text.',
  sources: ['API reference of the operation'],
  look: (step) => {
    const { refusal } = step
    if (!refusal) return undefined
    const { challenge, flow, operation } = step
    const { causes, known, title } = explainRefusal({ challenge, flow, operation, ...refusal })
    return {
      verdict: known === 'text' ? 'proved' : known === 'name' ? 'likely' : 'possible',
      title: known === 'unknown' ? `${title} is not in Cognito’s model` : title,
      evidence: [refusalPlace(step)],
      next: causes.slice(0, 2).map(({ cause, remedy }) => advise(`${cause} ${remedy}`)),
    }
  },
})
