import type { Grant } from '../state/grants.ts'
import type { User } from '../state/pool.ts'
import type { ClientCall } from '../state/practice-state.ts'
import { invoke, subjectOf } from '../invocation/invoke.ts'
import { postAuthentication } from '../triggers/post-authentication.ts'
import {
  preTokenGeneration,
  tokenOverrides,
  type TokenOverrides,
} from '../triggers/pre-token-generation.ts'
import { deviceOfSignIn } from './device.ts'
import { groupRoles, preferredGroupRole, userAdminScope } from '../tokens/claims.ts'
import type { Step } from './step.ts'

/**
 * The end of a sign-in. The triggers come before anything is granted, so that their refusal leaves
 * nothing behind.
 */
export function tokens(clientCall: ClientCall, user: User): Step {
  const from = deviceOfSignIn(clientCall, user)
  const { clientMetadata, passedFactors } = clientCall
  invoke(clientCall, postAuthentication, 'PostAuthentication_Authentication', subjectOf(user), {
    newDeviceUsed: from?.isNew ?? false,
    clientMetadata,
  })
  const overrides = overridesOf(
    clientCall,
    user,
    `TokenGeneration_${passedFactors.via ?? 'Authentication'}`,
  )
  evictSessions(clientCall, user)
  return {
    next: 'tokens',
    user,
    overrides,
    grant: clientCall.state.grants.issue(clientCall, user, from?.device.key),
    withRefreshToken: true,
    ...(from?.isNew ? { newDevice: from.device } : {}),
  }
}

/** Where sessions are tracked, the least recently used of too many end without a word. */
function evictSessions({ state, pool }: ClientCall, user: User): void {
  const { isTracked, maxPerUser } = pool.settings.sessions
  if (!isTracked) return
  const alive = [...state.grants.aliveOf(pool, user)].sort(
    (a, b) => a.lastActiveAt - b.lastActiveAt,
  )
  for (const grant of alive.slice(0, Math.max(0, alive.length - maxPerUser + 1)))
    grant.revoked = true
}

/** Fresh tokens of an earlier sign-in: of the triggers PreTokenGeneration runs alone. */
export const refreshedTokens = (
  clientCall: ClientCall,
  user: User,
  grant: Grant,
): Extract<Step, { next: 'tokens' }> => ({
  next: 'tokens',
  user,
  overrides: overridesOf(clientCall, user, 'TokenGeneration_RefreshTokens'),
  grant,
  withRefreshToken: false,
})

function overridesOf(
  clientCall: ClientCall,
  user: User,
  source: (typeof preTokenGeneration.sources)[number],
): TokenOverrides | undefined {
  const { settings } = clientCall.pool
  const response = invoke(clientCall, preTokenGeneration, source, subjectOf(user), {
    groupConfiguration: {
      groupsToOverride: user.groups,
      iamRolesToOverride: groupRoles(clientCall.pool, user.groups),
      preferredRole: preferredGroupRole(clientCall.pool, user.groups) ?? null,
    },
    ...(settings.preTokenGenerationVersion === 'V1_0' ? {} : { scopes: [userAdminScope] }),
    clientMetadata: clientCall.clientMetadata,
  })
  return response && tokenOverrides(response, settings.preTokenGenerationVersion)
}
