import { passwordGiven } from '../challenges/password.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { lookUp } from '../sign-in/admission.ts'
import type { Flow } from './flow.ts'

/** USER_PASSWORD_AUTH: the password itself goes over the wire. */
export const userPasswordAuth: Flow = {
  flag: 'ALLOW_USER_PASSWORD_AUTH',
  notEnabled: refusals.passwordFlowOff,
  requires: ['USERNAME', 'PASSWORD'],
  begin: (place, { USERNAME = '', PASSWORD = '' }) =>
    passwordGiven(place, lookUp(place, USERNAME) ?? refuse(refusals.wrongPassword), PASSWORD),
}
