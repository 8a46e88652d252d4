import { advise } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const constraint = textRule({
  code: 'AS2206',
  slug: 'input/constraint',
  title: 'A value breaks a limit of the API',
  meaning:
    'The text names the member after “at”, and the rule after “constraint:”. Whitespace at the ends of a pasted value is the commonest cause.',
  mended: 'Correct the value that the text names.',
  sources: ['FS:25085332215', 'API model'],
  titleOf: (message) => {
    const name = /at '([^']+)'/.exec(message)?.[1]
    return name === undefined ? undefined : `The value of ${name} breaks a limit of the API`
  },
  next: () => [advise('Look at the member that the text names, in the request.')],
})
