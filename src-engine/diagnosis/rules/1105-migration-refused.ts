import { inResponse } from '../place.ts'
import { advise } from '../next-moves.ts'
import { defineRule } from '../rule.ts'

export const refusedByMigration = defineRule({
  code: 'AS1105',
  slug: 'account/migration-refused',
  title: 'The migration trigger did not take the user over',
  meaning:
    'For a user that the pool does not have, the UserMigration trigger is asked; what it does not take over is answered like a wrong password. It is asked only where a password is sent: not by SRP.',
  recognised: 'The trigger’s own run, which the practice pool shows; Cognito shows none.',
  mended: 'Return the user with finalUserStatus from the trigger; read its log.',
  excludedBy: 'A sign-in by SRP, which never asks the trigger.',
  sources: ['Developer guide, “Migrate user Lambda trigger”'],
  look: (step) => {
    const run = step.triggers.find(({ trigger }) => trigger === 'UserMigration')
    if (!run) return undefined
    return {
      verdict: 'proved',
      evidence: [
        inResponse(
          step,
          run.triggerSource,
          run.body ?? '',
          'The trigger took no user over',
          'a user',
        ),
      ],
      next: [advise('Return response.userAttributes and finalUserStatus from UserMigration.')],
    }
  },
})
