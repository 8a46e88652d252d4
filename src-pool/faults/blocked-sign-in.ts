import { threatProtectionRefusals } from '../refusals/threat-protection.ts'
import { fault, whichSignIns } from './fault.ts'

export const blockedSignIn = fault({
  name: 'blocked-sign-in',
  title: 'Threat protection: sign-in blocked',
  imitates: 'Threat protection that considers the password compromised or the risk too high.',
  settings: whichSignIns,
  act: () => ({ kind: 'refusal', status: 400, refusal: threatProtectionRefusals.signInBlocked }),
})
