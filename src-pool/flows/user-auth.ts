import { promptToSelect } from '../challenges/select-challenge.ts'
import { checkNotLite } from '../configuration/check-tier.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { assertMaySignIn, findVisibleUser } from '../sign-in/admission.ts'
import { beforeAuthentication } from '../sign-in/before-authentication.ts'
import { beginWith, firstFactorsOf } from '../challenges/first-factors.ts'
import { migratedUser } from '../sign-in/migrated-user.ts'
import type { Outcome } from '../sign-in/step.ts'
import type { User } from '../state/pool.ts'
import type { ClientCall } from '../state/practice-state.ts'
import { acrNamesOf } from '../tokens/assurance.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import type { Flow } from './flow.ts'

/** USER_AUTH: the user begins with any factor there is, or goes on from the present sign-in. */
export const userAuth: Flow = {
  flag: 'ALLOW_USER_AUTH',
  notEnabled: refusals.userAuthFlowOff,
  requires: ['USERNAME'],
  checkTier({ settings }, { TARGET_ACR_VALUES }) {
    if (TARGET_ACR_VALUES !== undefined) checkNotLite(settings, 'Step-Up Authentication')
  },
  async prepare(clientCall, { ACCESS_TOKEN, MAX_AGE, TARGET_ACR_VALUES, USERNAME = '' }) {
    if (TARGET_ACR_VALUES === undefined)
      return ACCESS_TOKEN === undefined ? clientCall : refuse(refusals.accessTokenWithoutTarget)
    const { pool, state } = clientCall
    const names: readonly string[] = acrNamesOf(pool.settings)
    const targets = TARGET_ACR_VALUES.split(' ').map((name) => names.indexOf(name) + 1)
    if (targets.includes(0)) refuse(refusals.targetUnknown)
    if (ACCESS_TOKEN === undefined)
      return { ...clientCall, passedFactors: { factors: [], targets } }
    const { grant, user } = await checkAccessToken(state, ACCESS_TOKEN)
    if (findVisibleUser(clientCall, USERNAME) !== user) refuse(refusals.accessTokenInvalid)
    const age = state.ports.now() - (grant?.signedInAt ?? 0)
    const counts = MAX_AGE === undefined || age <= Number(MAX_AGE) * 1000
    return { ...clientCall, passedFactors: { factors: (counts && grant?.factors) || [], targets } }
  },
  begin(clientCall, { USERNAME = '', PREFERRED_CHALLENGE: preferred = '', ...own }, session) {
    const migrated =
      preferred === 'PASSWORD' && own.PASSWORD !== undefined
        ? migratedUser(clientCall, USERNAME, own.PASSWORD)
        : undefined
    if (migrated) return { passed: 'password', user: migrated, factor: 'pwd' }
    const user = findVisibleUser(clientCall, USERNAME)
    if (user) assertMaySignIn(clientCall, user)
    beforeAuthentication(clientCall, USERNAME, user)
    if (session !== undefined) return afterSignUp(clientCall, user, session)
    if (user && clientCall.passedFactors.factors.length > 0)
      return { passed: 'earlier sign-in', user }
    const available = firstFactorsOf(clientCall.pool, user)
    if (!available.includes(preferred)) return promptToSelect(clientCall, USERNAME, user)
    const outcome = beginWith(clientCall, USERNAME, user, preferred, own)
    return 'next' in outcome && outcome.next === 'challenge' ? { ...outcome, available } : outcome
  },
}

/**
 * Goes on from the session of ConfirmSignUp: the code that came back stands for a first factor.
 * Source: API reference, "InitiateAuth", Session.
 */
function afterSignUp({ state, client }: ClientCall, user: User | undefined, text: string): Outcome {
  const session = state.sessions.open(text, client, 'CONFIRM_SIGN_UP')
  if (session.username !== user?.username) return refuse(refusals.sessionInvalid)
  session.spent = true
  const [factor = 'email_otp'] = session.passedFactors.factors
  return { passed: 'first factor', user, factor }
}
