import type { Evidence, EvidenceStep } from '../evidence.ts'
import { act, readUser } from '../next-moves.ts'
import { refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const codeOfNobody = defineRule({
  code: 'AS1506',
  slug: 'code/of-nobody',
  title: 'There is no such user, and no code was sent',
  meaning:
    'With PreventUserExistenceErrors=ENABLED Cognito pretends to send a code to a user who does not exist, and then refuses every code.',
  recognised:
    'No response shows it: that is the purpose of the setting. Several codes that were refused speak for it.',
  fix: 'Look the user up.',
  excludedBy: 'A second factor, which is requested only after a right password.',
  sources: ['amplify-js#14195', 'Developer guide, “Managing errors”'],
  look: (step, evidence) => {
    const factor = evidence.steps.find(
      ({ challenge, number }) =>
        number < step.number && (challenge === 'PASSWORD_VERIFIER' || challenge === 'PASSWORD'),
    )
    if (factor || step.flow === 'USER_PASSWORD_AUTH')
      return { verdict: 'excluded', evidence: [refusalPlace(factor ?? step)] }
    // One code may be mistyped; that two are is less likely than that none was ever sent.
    const before = otherCodesRefused(step, evidence)
    return {
      verdict: before.length > 0 ? 'likely' : 'possible',
      evidence: [refusalPlace(step), ...before.map(refusalPlace)],
      next: [
        act('Check the username', { do: 'edit input', field: 'USERNAME' }),
        readUser(step, evidence),
      ],
    }
  },
})

const otherCodesRefused = (step: EvidenceStep, { steps }: Evidence): readonly EvidenceStep[] =>
  steps.filter(
    ({ challenge, number, refusal }) =>
      number < step.number &&
      challenge === step.challenge &&
      refusal?.error === 'CodeMismatchException',
  )
