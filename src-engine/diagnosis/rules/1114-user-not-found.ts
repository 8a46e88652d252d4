import { usernameFact } from '../../facts/username.ts'
import { factOf, sent } from '../evidence.ts'
import { act, advise, readUser } from '../next-moves.ts'
import { inFact, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const userNotFound = defineRule({
  code: 'AS1114',
  slug: 'account/not-found',
  title: 'There is no such user in this pool',
  meaning:
    'The pool has no user with that name, and the app client allows Cognito to say so (PreventUserExistenceErrors=LEGACY). An email address or a phone number names a user only if it is a verified alias. For a call that sends a token, it means that the user was deleted after the token was issued.',
  recognised: 'The service says so; the form of the name distinguishes an alias from a plain name.',
  fix: 'Compare the name with the pool’s users, including its case; verify the alias, or use the username.',
  excludedBy: 'Another message.',
  sources: ['FX initiate-auth.srp.unknown-user', 'Developer guide, “Aliases”'],
  look: (step, evidence) => {
    if (sent(step, 'AccessToken', 'REFRESH_TOKEN', 'RefreshToken') !== undefined)
      return {
        verdict: 'proved',
        title: 'The user of this token was deleted',
        evidence: [refusalPlace(step)],
        next: [
          advise('Discard the stored tokens of this user, and have the person sign in again.'),
        ],
      }
    const fact = factOf(step, usernameFact)
    const isAlias = fact?.kind === 'email' || fact?.kind === 'phone'
    return {
      verdict: 'proved',
      ...(isAlias && { title: 'No user of this pool has that verified alias' }),
      evidence: [
        refusalPlace(step),
        ...(isAlias
          ? [
              inFact(
                step,
                usernameFact,
                fact.kind,
                `What was typed is an alias (${String(fact.kind)})`,
              ),
            ]
          : []),
      ],
      next: [
        act('Check the username', { do: 'edit input', field: 'USERNAME' }),
        readUser(step, evidence),
      ],
    }
  },
})
