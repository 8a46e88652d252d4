import { fault } from './fault.ts'

export const riskDemandsMfa = fault({
  name: 'risk-demands-mfa',
  title: 'Threat protection: risk demands MFA',
  imitates:
    'Threat protection that finds a sign-in risky and wants a second factor, also of a user who turned none on.',
  settings: {
    block: {
      kind: 'flag',
      title: 'Refuse users without a second factor (MFA_REQUIRED instead of MFA_IF_CONFIGURED)',
      defaultValue: false,
    },
  },
  act: ({ block }) => ({ kind: 'risk', risk: { blocksWithoutFactor: block } }),
})
