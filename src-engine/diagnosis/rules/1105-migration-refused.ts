import { inResponse } from '../place.ts'
import { advise } from '../next-moves.ts'
import { defineRule } from '../rule.ts'

export const refusedByMigration = defineRule({
  code: 'AS1105',
  slug: 'account/migration-refused',
  title: 'The migration trigger did not migrate the user',
  meaning:
    'For a user that the pool does not have, Cognito runs the UserMigration trigger; a user that it does not migrate is answered like a wrong password. It runs only if a password is sent, so not with SRP.',
  recognised: 'The trigger’s execution, which only the practice pool shows.',
  fix: 'Return the user with finalUserStatus from the trigger; read its log.',
  excludedBy: 'A sign-in by SRP, which never runs the trigger.',
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
          'The trigger migrated no user',
          'a user',
        ),
      ],
      next: [advise('Return response.userAttributes and finalUserStatus from UserMigration.')],
    }
  },
})
