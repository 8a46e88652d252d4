import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import type { Flow } from './flow.ts'

/** USER_AUTH, which no client of this practice pool has: the configuration's flag has no effect. */
export const userAuth: Flow = {
  flag: 'ALLOW_USER_AUTH',
  notEnabled: refusals.userAuthFlowOff,
  requires: ['USERNAME'],
  begin: () => refuse(refusals.userAuthFlowOff),
}
