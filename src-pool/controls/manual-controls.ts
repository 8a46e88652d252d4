import { z } from 'zod/mini'
import { checkTierOfClient } from '../configuration/check-tier.ts'
import { clientSchema } from '../configuration/configuration.ts'
import type { Pool, User } from '../state/pool.ts'
import type { PracticeState } from '../state/practice-state.ts'
import { changePool, type PoolChange } from './change-pool.ts'
import { forgetDevice, userChanges } from './user-changes.ts'

const { explicitAuthFlows: flows, preventUserExistenceErrors: errors } = clientSchema.shape
const switchesSchema = z.object({ explicitAuthFlows: flows, preventUserExistenceErrors: errors })

/** What of an app client a person can change. */
export interface ClientSwitches {
  /** Names as ExplicitAuthFlows has them. */
  readonly explicitAuthFlows?: readonly string[]
  readonly preventUserExistenceErrors?: 'LEGACY' | 'ENABLED'
}

/** What a person does to pools at work, past the operations of the service. */
export interface ManualControls {
  /**
   * @param change a name from the list of user changes
   * @throws TypeError when there is no such pool, user or change
   */
  readonly changeUser: (userPoolId: string, username: string, change: string) => void
  /** @throws TypeError when there is no such pool or user */
  readonly forgetDevice: (userPoolId: string, username: string, deviceKey: string) => void
  /**
   * @throws TypeError when there is no such client, or it rotates and would refresh as well
   * @throws Refusal for a flow that the tier lacks; then nothing changes
   */
  readonly changeClient: (clientId: string, switches: ClientSwitches) => void
  /**
   * Ends one sign-in of a user: its tokens are refused.
   * @throws TypeError when there is no such pool, user or session
   */
  readonly endSession: (userPoolId: string, username: string, sessionId: string) => void
  /**
   * @throws TypeError when there is no such pool
   * @throws Refusal what Cognito's own operations refuse; then nothing changes
   */
  readonly changePool: (userPoolId: string, change: PoolChange) => Promise<void>
}

/**
 * @param state the state now, which a reset replaces
 * @param changed called after each change
 */
export function manualControls(state: () => PracticeState, changed: () => void): ManualControls {
  function find(
    userPoolId: string,
    username: string,
  ): { readonly pool: Pool; readonly user: User } {
    const pool = state().pools.find(({ id }) => id === userPoolId)
    const user = pool?.users.find((one) => one.configured.username === username)
    if (!pool || !user) throw new TypeError(`there is no user ${username} in ${userPoolId}`)
    return { pool, user }
  }

  return {
    changeUser(userPoolId, username, name) {
      const { pool, user } = find(userPoolId, username)
      const change = userChanges.find((one) => one.name === name)
      if (!change) throw new TypeError(`there is no change ${name}`)
      change.apply(state(), pool, user)
      user.modifiedAt = state().ports.now()
      changed()
    },
    forgetDevice(userPoolId, username, deviceKey) {
      forgetDevice(find(userPoolId, username).user, deviceKey)
      changed()
    },
    changeClient(clientId, switches) {
      const pool = state().pools.find(({ clients }) => clients.some(({ id }) => id === clientId))
      const before = pool?.clients.find(({ id }) => id === clientId)
      if (!pool || !before) throw new TypeError(`there is no client ${clientId}`)
      const { explicitAuthFlows, preventUserExistenceErrors } = switchesSchema.parse({
        ...before,
        ...switches,
      })
      const after = {
        ...before,
        explicitAuthFlows,
        preventUserExistenceErrors,
        storedInput: { ...before.storedInput, ExplicitAuthFlows: undefined },
      }
      if (
        after.refreshTokenRotation &&
        after.explicitAuthFlows.includes('ALLOW_REFRESH_TOKEN_AUTH')
      )
        throw new TypeError('a client that rotates refresh tokens has no ALLOW_REFRESH_TOKEN_AUTH')
      checkTierOfClient(pool.settings.tier, after)
      pool.clients = pool.clients.map((client) => (client === before ? after : client))
      changed()
    },
    endSession(userPoolId, username, sessionId) {
      const { pool, user } = find(userPoolId, username)
      const grant = state()
        .grants.aliveOf(pool, user)
        .find((one) => one.sessionId === sessionId)
      if (!grant) throw new TypeError(`there is no session ${sessionId} of ${username}`)
      grant.revoked = true
      changed()
    },
    async changePool(userPoolId, change) {
      const pool = state().pools.find(({ id }) => id === userPoolId)
      if (!pool) throw new TypeError(`there is no pool ${userPoolId}`)
      await changePool(state(), pool, change)
      changed()
    },
  }
}
