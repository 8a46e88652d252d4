import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import type { Flow } from './flow.ts'

/** CUSTOM_AUTH, in a pool that has no define trigger. */
export const customAuth: Flow = {
  flag: 'ALLOW_CUSTOM_AUTH',
  notEnabled: refusals.customFlowOff,
  requires: ['USERNAME'],
  begin: () => refuse(refusals.customFlowWithoutTrigger),
}
