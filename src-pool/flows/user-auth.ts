import { askToSelect } from '../challenges/select-challenge.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { admit, lookUp } from '../sign-in/admission.ts'
import { beforeAuthentication } from '../sign-in/before-authentication.ts'
import { beginWith, firstFactorsOf } from '../sign-in/first-factors.ts'
import { migratedUser } from '../sign-in/migrated-user.ts'
import type { Outcome } from '../sign-in/step.ts'
import type { User } from '../state/pool.ts'
import type { Place } from '../state/practice-state.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import type { Flow } from './flow.ts'

/** USER_AUTH: the user begins with any factor there is, or goes on from the present sign-in. */
export const userAuth: Flow = {
  flag: 'ALLOW_USER_AUTH',
  notEnabled: refusals.userAuthFlowOff,
  requires: ['USERNAME'],
  async prepare(place, { ACCESS_TOKEN, MAX_AGE, TARGET_ACR_VALUES, USERNAME = '' }) {
    if (TARGET_ACR_VALUES === undefined)
      return ACCESS_TOKEN === undefined ? place : refuse(refusals.accessTokenWithoutTarget)
    const { pool, state } = place
    if (pool.settings.tier === 'LITE') refuse(refusals.tierTooLow)
    const targets = TARGET_ACR_VALUES.split(' ')
    if (ACCESS_TOKEN === undefined) return { ...place, soFar: { factors: [], targets } }
    const { grant, user } = await checkAccessToken(state, ACCESS_TOKEN)
    if (lookUp(place, USERNAME) !== user) refuse(refusals.accessTokenInvalid)
    const age = state.ports.now() - (grant?.signedInAt ?? 0)
    const counts = MAX_AGE === undefined || age <= Number(MAX_AGE) * 1000
    return { ...place, soFar: { factors: (counts && grant?.factors) || [], targets } }
  },
  begin(place, { USERNAME = '', PREFERRED_CHALLENGE: preferred = '', ...own }, session) {
    const migrated =
      preferred === 'PASSWORD' && own.PASSWORD !== undefined
        ? migratedUser(place, USERNAME, own.PASSWORD)
        : undefined
    if (migrated) return { passed: 'password', user: migrated, factor: 'pwd' }
    const user = lookUp(place, USERNAME)
    if (user) admit(place, user)
    beforeAuthentication(place, USERNAME, user)
    if (session !== undefined) return afterSignUp(place, user, session)
    if (user && place.soFar.factors.length > 0) return { passed: 'earlier sign-in', user }
    const available = firstFactorsOf(place, user)
    if (!available.includes(preferred)) return askToSelect(place, USERNAME, user)
    const outcome = beginWith(place, USERNAME, user, preferred, own)
    return 'next' in outcome && outcome.next === 'challenge' ? { ...outcome, available } : outcome
  },
}

/**
 * Goes on from the session of ConfirmSignUp: the code that came back stands for a first factor.
 * Source: API reference, "InitiateAuth", Session.
 */
function afterSignUp({ state, client }: Place, user: User | undefined, text: string): Outcome {
  const session = state.sessions.open(text, client, 'CONFIRM_SIGN_UP')
  if (session.username !== user?.username) return refuse(refusals.sessionInvalid)
  session.spent = true
  const [factor = 'email_otp'] = session.soFar.factors
  return { passed: 'first factor', user, factor }
}
