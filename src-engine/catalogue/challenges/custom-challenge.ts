import { defineChallenge } from '../define-challenge.ts'
import { customRound } from '../trigger-sequence.ts'

export const customChallenge = defineChallenge({
  name: 'CUSTOM_CHALLENGE',
  title: 'Custom challenge',
  why: 'The pool’s CreateAuthChallenge trigger created this challenge; its public parameters are shown. VerifyAuthChallengeResponse checks the answer, and DefineAuthChallenge decides what comes next: a wrong answer is not necessarily refused, it may lead to the same question in a new session.',
  promptText: ({ USERNAME: _user, ...computed }) => {
    const parameters = Object.entries(computed).map(([name, value]) => `${name}: ${value}`)
    return parameters.length === 0
      ? 'The pool’s trigger asks, without saying what it expects.'
      : `The pool’s trigger asks. ${parameters.join('; ')}`
  },
  answered: 'Answer sent to the pool’s trigger.',
  triggers: () => customRound(true),
  fields: () => [
    {
      name: 'ANSWER',
      label: 'Answer',
      control: 'text',
      sensitivity: 'secret',
      secretKind: 'custom answer',
      required: true,
      sent: true,
      help: 'A string in the format that the trigger expects, such as JSON.',
    },
  ],
})
