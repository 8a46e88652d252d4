import { awsCli, poolOption, readClient } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const attributeImmutable = textRule({
  code: 'AS2207',
  slug: 'input/attribute-immutable',
  title: 'An attribute cannot be changed',
  meaning: 'The pool declares it immutable (Mutable: false), or the app client cannot write it.',
  fix: 'Leave it out, or add it to WriteAttributes of the client if it is mutable.',
  sources: ['FS:71145448356', 'FS:19372138528'],
  next: (_, evidence) => [
    readClient(evidence),
    awsCli(evidence, 'describe-user-pool', poolOption(evidence)),
  ],
})
