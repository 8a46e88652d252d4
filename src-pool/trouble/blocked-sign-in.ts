import { threatProtectionRefusals } from '../refusals/threat-protection.ts'
import { trouble, whichSignIns } from './trouble.ts'

export const blockedSignIn = trouble({
  name: 'blocked-sign-in',
  title: 'Threat protection: sign-in blocked',
  imitates: 'Threat protection that takes the password for compromised or the risk for too high.',
  settings: whichSignIns,
  act: () => ({ kind: 'refusal', status: 400, refusal: threatProtectionRefusals.signInBlocked }),
})
