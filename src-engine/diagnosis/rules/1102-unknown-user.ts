import { clientProbeFact } from '../../facts/client-probe.ts'
import { factAmong } from '../../facts/facts-of.ts'
import { userIdForSrpFact } from '../../facts/user-id-for-srp.ts'
import { factOf } from '../evidence.ts'
import { act, readUser, testProfile } from '../next-moves.ts'
import { inFact, refusalPlace } from '../place.ts'
import { defineRule } from '../rule.ts'

export const unknownUser = defineRule({
  code: 'AS1102',
  slug: 'account/unknown-user',
  title: 'There is no such user in this pool',
  meaning:
    'With PreventUserExistenceErrors=ENABLED, Cognito answers for a user who does not exist as for a wrong password, and invents a USER_ID_FOR_SRP: always the same UUID for the same name.',
  recognised:
    'In SRP: a plain username was typed, and USER_ID_FOR_SRP is a UUID, as for an unknown user. Email addresses and phone numbers lead to a UUID for real users too.',
  fix: 'Look the user up in this pool and this region. A pool with case-sensitive names distinguishes Anna and anna.',
  excludedBy:
    'USER_ID_FOR_SRP that is the typed name itself: an unknown user has a UUID. A probe that saw this client say that a user does not exist.',
  sources: ['Developer guide, “Managing errors”, PreventUserExistenceErrors'],
  look: (step, evidence) => {
    if (step.challenge !== undefined && step.challenge !== 'PASSWORD_VERIFIER') return undefined
    const probe = factAmong(evidence.known, clientProbeFact)
    if (probe?.['existence-hidden'] === 'no')
      return {
        verdict: 'excluded',
        evidence: [
          inFact(
            { number: 0 },
            clientProbeFact,
            'existence-hidden: no',
            'The test of this profile saw that this client says “User does not exist.” for an unknown user',
          ),
        ],
      }
    const next = [
      act('Check the username', { do: 'edit input', field: 'USERNAME' }),
      readUser(step, evidence),
      ...testProfile(evidence),
    ]
    const fact = factOf(step, userIdForSrpFact)
    const place = (text: string, expected: string) => [
      inFact(step, userIdForSrpFact, `${fact?.kind ?? ''}, ${fact?.typed ?? ''}`, text, expected),
    ]
    if (fact && fact.typed !== 'another' && fact.typedKind !== 'UUID')
      return {
        verdict: 'excluded',
        evidence: place(
          'USER_ID_FOR_SRP is the name that was typed; for an unknown user it would be a UUID',
          'UUID, another',
        ),
      }
    if (fact?.kind === 'UUID' && fact.typedKind === 'name')
      return {
        verdict: 'likely',
        evidence: place(
          'A plain name was typed, and USER_ID_FOR_SRP is a UUID, as Cognito invents it for an unknown user',
          'the name that was typed',
        ),
        next,
      }
    return { verdict: 'possible', evidence: [refusalPlace(step)], next }
  },
})
