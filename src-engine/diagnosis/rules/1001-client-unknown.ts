import { act, awsCli, poolOption } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const clientUnknown = textRule({
  code: 'AS1001',
  slug: 'client/unknown',
  title: 'This region has no app client with that id',
  meaning:
    'The client id has a typo, or the client is in another region or account: the endpoint’s region decides where Cognito looks for it.',
  fix: 'Compare the client id and the region with those of the pool; the region is the part of the pool id before the “_”.',
  sources: ['FS:70613010859', 'Developer guide, “App clients”'],
  next: (_, evidence) => [
    act('Edit the profile’s client id', { do: 'edit profile', field: 'clientId' }),
    act('Edit the profile’s region', { do: 'edit profile', field: 'region' }),
    awsCli(evidence, 'list-user-pool-clients', poolOption(evidence)),
  ],
})
