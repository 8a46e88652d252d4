import { scenario } from '../scenario.ts'

export default scenario({
  about: 'The Session from before a wrong custom answer, sent once more',
  client: 'every-flow',
  flow: 'CUSTOM_AUTH',
  inputs: { USERNAME: 'plain' },
  fault: 'spent-session',
  steps: [
    { pending: 'CUSTOM_CHALLENGE', answer: { ANSWER: '1' } },
    { pending: 'CUSTOM_CHALLENGE', answer: { ANSWER: '1' } },
  ],
  cause: 'AS1403',
  verdict: 'proved',
  excluded: ['AS1508'],
})
