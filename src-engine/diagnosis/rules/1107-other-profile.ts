import { factAmong } from '../../facts/facts-of.ts'
import { otherProfileFact } from '../../facts/history.ts'
import { act, advise } from '../next-moves.ts'
import { inFact } from '../place.ts'
import { defineRule } from '../rule.ts'

export const otherProfile = defineRule({
  code: 'AS1107',
  slug: 'account/other-profile',
  title: 'The same user and password work through another profile',
  meaning:
    'The password is right where it was accepted. What differs between the two profiles is what to look at first: users live in one pool, and another pool knows neither the user nor the password.',
  recognised:
    'An earlier sign-in with the same username and password was accepted through another profile.',
  fix: 'Compare the two profiles, and use the one whose pool the user lives in.',
  excludedBy: 'No earlier sign-in through another profile was accepted with this password.',
  sources: ['Developer guide, “Amazon Cognito user pools”'],
  look: (step, { known }) => {
    const other = factAmong(known, otherProfileFact)
    const { differs, flow = '' } = other ?? {}
    if (differs === undefined) return undefined
    return {
      verdict: 'likely',
      title: `The same user and password work through another profile, whose ${differs} differs`,
      evidence: [
        inFact(
          { number: 0 },
          otherProfileFact,
          differs,
          `${flow} was accepted with the same username and password; the first difference is the ${differs}`,
        ),
      ],
      next: [
        act(`Check the ${differs}`, { do: 'edit profile', field: fieldOf[differs] }),
        advise('Sign in through the profile that works.'),
      ],
    }
  },
})

const fieldOf = {
  region: 'region',
  endpoint: 'endpoint',
  'user pool': 'userPoolId',
  'app client': 'clientId',
  'client secret': 'clientSecret',
} as const
