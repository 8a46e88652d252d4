import { act, readClient } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const customOnly = textRule({
  code: 'AS1003',
  slug: 'client/custom-only',
  title: 'Only CUSTOM_AUTH is on for this app client',
  meaning:
    'ExplicitAuthFlows contains CUSTOM_AUTH_FLOW_ONLY, an older value that rules out every other flow.',
  fix: 'Replace it with ALLOW_ values; the two kinds cannot be mixed.',
  sources: ['API reference, ExplicitAuthFlows'],
  next: (_, evidence) => [
    act('Sign in with CUSTOM_AUTH', { do: 'retry', flow: 'CUSTOM_AUTH' }),
    readClient(evidence),
  ],
})
