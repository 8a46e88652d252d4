import { threatProtectionRefusals } from '../refusals/threat-protection.ts'
import { fault, whichSignIns } from './fault.ts'

export const blockedRequest = fault({
  name: 'blocked-request',
  title: 'Threat protection: request blocked',
  imitates: 'Threat protection that blocks an address or a request.',
  settings: whichSignIns,
  act: () => ({ kind: 'refusal', status: 400, refusal: threatProtectionRefusals.requestBlocked }),
})
