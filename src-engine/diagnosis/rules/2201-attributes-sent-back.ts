import { act, advise } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const attributesSentBack = textRule({
  code: 'AS2201',
  slug: 'input/attributes-sent-back',
  title: 'An attribute of the challenge was sent back',
  meaning:
    'NEW_PASSWORD_REQUIRED accepts what requiredAttributes lists, and no attribute that already has a value.',
  fix: 'Send only what requiredAttributes lists, and never the received userAttributes.',
  sources: ['aws-saas-factory-bootcamp#67', 'FS:56295175064'],
  titleOf: (message) => {
    const name = /provided ([\w:.]+\w)/i.exec(message)?.[1]
    return name === undefined
      ? undefined
      : `The attribute ${name} was sent back, which already has a value`
  },
  next: () => [
    act('Start again', { do: 'retry' }),
    advise('Send only the attributes that requiredAttributes lists.'),
  ],
})
