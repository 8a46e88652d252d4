import { act, readUser } from '../next-moves.ts'
import { refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const codeOfNobody = defineRule({
  code: 'AS1506',
  slug: 'code/of-nobody',
  title: 'There is no such user, and no code was sent',
  meaning:
    'With PreventUserExistenceErrors=ENABLED Cognito pretends to send a code to a user who does not exist, and then refuses every code.',
  recognised: 'No response shows it: that is the purpose of the setting.',
  mended: 'Look the user up.',
  excludedBy: 'A second factor, which is requested only after a right password.',
  sources: ['amplify-js#14195', 'Developer guide, “Managing errors”'],
  look: (step, evidence) => {
    const factor = evidence.steps.find(
      ({ challenge, number }) =>
        number < step.number && (challenge === 'PASSWORD_VERIFIER' || challenge === 'PASSWORD'),
    )
    if (factor || step.flow === 'USER_PASSWORD_AUTH')
      return { verdict: 'excluded', evidence: [refusalPlace(factor ?? step)] }
    return {
      verdict: 'possible',
      evidence: [refusalPlace(step)],
      next: [
        act('Check the username', { do: 'edit input', field: 'USERNAME' }),
        readUser(step, evidence),
      ],
    }
  },
})
