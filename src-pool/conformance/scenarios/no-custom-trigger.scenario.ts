import { scenario } from '../scenario.ts'

export default scenario({
  about: 'CUSTOM_AUTH in a pool without triggers, by way of an empty password',
  client: 'lite',
  flow: 'CUSTOM_AUTH',
  inputs: { USERNAME: 'plain' },
  cause: 'AS1804',
  verdict: 'proved',
  excluded: [],
})
