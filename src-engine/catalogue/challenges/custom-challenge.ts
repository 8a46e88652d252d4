import { defineChallenge } from '../define-challenge.ts'
import { customRound } from '../trigger-sequence.ts'

export const customChallenge = defineChallenge({
  name: 'CUSTOM_CHALLENGE',
  title: 'Custom challenge',
  why: 'The pool’s CreateAuthChallenge trigger made this; what it made public stands among the parameters. VerifyAuthChallengeResponse judges the answer, and DefineAuthChallenge says what comes next: a wrong answer is not itself a refusal, it may bring the same question again in a new session.',
  asks: ({ USERNAME: _user, ...computed }) => {
    const told = Object.entries(computed).map(([name, value]) => `${name}: ${value}`)
    return told.length === 0
      ? 'The pool’s trigger asks, and says nothing of what it wants.'
      : `The pool’s trigger asks. ${told.join('; ')}`
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
      help: 'One text, in whatever form the trigger reads; JSON is a text too.',
    },
  ],
})
