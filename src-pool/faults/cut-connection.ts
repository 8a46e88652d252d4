import { fault, whichCalls } from './fault.ts'

export const cutConnection = fault({
  name: 'cut-connection',
  title: 'Connection cut off',
  imitates:
    'A network that breaks in the middle of an answer. The pool has performed the call; the client cannot know.',
  settings: whichCalls,
  act: () => ({ kind: 'cut' }),
})
