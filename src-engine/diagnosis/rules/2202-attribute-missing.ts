import { act, advise } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const attributeMissing = textRule({
  code: 'AS2202',
  slug: 'input/attribute-missing',
  title: 'A required attribute was not sent',
  meaning: 'The pool requires an attribute that the user does not have yet.',
  fix: 'Send it with the new password, as userAttributes.<name>.',
  sources: ['kdgregory/example-cognito-java#1', 'amplify-js#10491'],
  titleOf: (message) => {
    const name = /given, (.+?) is missing/i.exec(message)?.[1]
    return name === undefined ? undefined : `The required attribute ${name} was not sent`
  },
  next: () => [
    advise('Answer with userAttributes.<name> for each of requiredAttributes.'),
    act('Start again', { do: 'retry' }),
  ],
})
