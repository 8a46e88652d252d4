import { act, awsCli, poolOption } from '../next-moves.ts'
import { inRequest, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const passwordPolicy = defineRule({
  code: 'AS2203',
  slug: 'input/password-policy',
  title: 'The new password breaks the pool’s policy',
  meaning:
    'Its length or its kinds of characters do not match the policy. The first part of the message differs by operation.',
  recognised: 'The service says so in its error message.',
  fix: 'Choose another; the rules are in Policies.PasswordPolicy.',
  excludedBy: 'Another message, or a call that sends no new password.',
  sources: ['FS:25085332215', 'dataall#690'],
  look: (step, evidence) => {
    if (step.operation === 'InitiateAuth')
      return {
        verdict: 'excluded',
        evidence: [inRequest(step, 'AuthFlow', step.flow, 'A sign-in sets no new password')],
      }
    const rule = /policy: (.+)/i.exec(step.refusal?.message ?? '')?.[1]
    return {
      verdict: 'proved',
      ...(rule !== undefined && { title: `The new password breaks the policy: ${rule}` }),
      evidence: [refusalPlace(step)],
      next: [
        act('Enter another password', { do: 'edit input', field: 'NEW_PASSWORD' }),
        awsCli(evidence, 'describe-user-pool', poolOption(evidence)),
      ],
    }
  },
})
