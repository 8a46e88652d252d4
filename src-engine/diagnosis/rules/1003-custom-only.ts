import { act, readClient } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const customOnly = textRule({
  code: 'AS1003',
  slug: 'client/custom-only',
  title: 'Only CUSTOM_AUTH is on for this app client',
  meaning:
    'ExplicitAuthFlows holds CUSTOM_AUTH_FLOW_ONLY, a value of the older kind, which rules out every other flow.',
  mended: 'Replace it by ALLOW_ values; the two kinds cannot be mixed.',
  sources: ['API reference, ExplicitAuthFlows'],
  next: (_, evidence) => [
    act('Sign in by CUSTOM_AUTH', { do: 'retry', flow: 'CUSTOM_AUTH' }),
    readClient(evidence),
  ],
})
