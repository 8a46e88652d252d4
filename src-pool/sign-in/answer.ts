import { refuse } from '../refusals/refusal.ts'
import { replicaRefusals } from '../refusals/replicas.ts'
import type { ClientCall } from '../state/practice-state.ts'
import { authenticationResult, type AuthenticationResult } from '../tokens/authentication-result.ts'
import type { Step } from './step.ts'

/** The body of InitiateAuth and RespondToAuthChallenge, members in the service's own order. */
type SignInAnswer =
  | {
      readonly AuthenticationResult: AuthenticationResult
      readonly ChallengeParameters: Readonly<Record<string, never>>
    }
  | {
      readonly ChallengeName: string
      readonly ChallengeParameters: Readonly<Record<string, string>>
      readonly Session?: string
      readonly AvailableChallenges?: readonly string[]
    }

/** What a replica does not ask for: authenticators, and what would change the user. */
const onlyPrimary = ['SOFTWARE_TOKEN_MFA', 'MFA_SETUP', 'NEW_PASSWORD_REQUIRED']

/**
 * The answer to a step. Flows and challenges decide without waiting, so that no two calls can use
 * one session; only the signing of tokens, here, takes time.
 */
export async function answerTo(clientCall: ClientCall, step: Step): Promise<SignInAnswer> {
  if (step.next === 'challenge') {
    if (clientCall.pool.isSecondary && onlyPrimary.includes(step.challenge))
      refuse(replicaRefusals.notEnabled)
    return {
      ChallengeName: step.challenge,
      ChallengeParameters: step.parameters,
      ...(step.session === undefined ? {} : { Session: step.session }),
      ...(step.available === undefined ? {} : { AvailableChallenges: step.available }),
    }
  }
  const { newDevice } = step
  const result = await authenticationResult(clientCall, step)
  const metadata = newDevice && { DeviceGroupKey: newDevice.groupKey, DeviceKey: newDevice.key }
  return {
    AuthenticationResult: metadata ? { ...result, NewDeviceMetadata: metadata } : result,
    ChallengeParameters: {},
  }
}
