import { advise } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const constraint = textRule({
  code: 'AS2206',
  slug: 'input/constraint',
  title: 'A value breaks a limit of the API',
  meaning:
    'The message names the member after “at”, and the rule after “constraint:”. Whitespace at the ends of a pasted value is the most common cause.',
  fix: 'Correct the value that the message names.',
  sources: ['FS:25085332215', 'API model'],
  titleOf: (message) => {
    const name = /at '([^']+)'/.exec(message)?.[1]
    return name === undefined ? undefined : `The value of ${name} breaks a limit of the API`
  },
  next: () => [advise('Check the member that the message names, in the request.')],
})
