import { builtInTriggers } from '../custom-auth/index.ts'
import type { CustomAuthTriggers, TriggerUser } from '../custom-auth/triggers.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import type { User } from '../state/pool.ts'
import type { Place } from '../state/practice-state.ts'
import type { Addressee } from './send-code.ts'
import { passwordVerifierStep } from './srp-step.ts'
import type { Outcome } from './step.ts'

/**
 * The triggers of a pool.
 * @throws Refusal when it has none
 */
export function triggersOf({ pool, state }: Place): CustomAuthTriggers {
  const named = pool.settings.customChallenge
  const triggers = state.ports.customAuth?.(pool.id) ?? (named && builtInTriggers[named])
  return triggers ?? refuse(refusals.customFlowWithoutTrigger)
}

/** A user as the triggers see one. */
export const triggerUser = ({ attributes, username }: Addressee): TriggerUser => ({
  userName: username,
  userAttributes: attributes,
})

/**
 * Asks DefineAuthChallenge what comes next, and does it.
 * @param srp SRP_A of the first call, and the user that proves the password, if there is one
 */
export function nextRound(
  place: Place,
  to: Addressee,
  srp?: { readonly SRP_A: string; readonly user: User | undefined },
): Outcome {
  const { define, create } = triggersOf(place)
  const { rounds = [] } = place.soFar
  const user = triggerUser(to)
  const definition = define(user, rounds)
  if ('failAuthentication' in definition) return refuse(refusals.wrongPassword)
  if ('issueTokens' in definition) {
    const found = place.pool.users.find(({ username }) => username === to.username)
    return found ? { passed: 'custom rounds', user: found } : refuse(refusals.wrongPassword)
  }
  if (definition.challengeName === 'PASSWORD_VERIFIER')
    return srp
      ? passwordVerifierStep(place, to.username, srp.user, srp.SRP_A)
      : refuse(refusals.lambdaOutput)
  const custom = create(user, rounds)
  return {
    next: 'challenge',
    challenge: 'CUSTOM_CHALLENGE',
    parameters: { ...custom.publicChallengeParameters, USERNAME: to.username },
    session: place.state.sessions.issue(place, to, 'CUSTOM_CHALLENGE', { custom }).text,
  }
}
