import { scenario } from '../scenario.ts'

export default scenario({
  about: 'As many wrong custom answers as the trigger allows',
  client: 'every-flow',
  flow: 'CUSTOM_AUTH',
  inputs: { USERNAME: 'plain' },
  steps: [
    { pending: 'CUSTOM_CHALLENGE', answer: { ANSWER: '1' } },
    { pending: 'CUSTOM_CHALLENGE', answer: { ANSWER: '1' } },
    { pending: 'CUSTOM_CHALLENGE', answer: { ANSWER: '1' } },
  ],
  cause: 'AS1801',
  verdict: 'proved',
  excluded: [],
  never: ['AS1101', 'AS1102', 'AS1301', 'AS1802', 'AS1803', 'AS1804'],
})
