import type { LockOut } from './lock-out.ts'
import type { Pool, User } from './pool.ts'
import type { PracticeState } from './practice-state.ts'

/** The same state as the region of a replica sees it: the pools that have a replica there. */
export const inRegionOfReplica = (state: PracticeState, region: string): PracticeState => ({
  ...state,
  pools: state.pools.flatMap((pool) => (pool.replica?.region === region ? secondaryOf(pool) : [])),
})

/** The pool as its replica serves it: all that changes, changes in both. */
const secondaryOf = (pool: Pool): Pool =>
  new Proxy(pool, {
    get(target, member): unknown {
      if (member === 'region') return target.replica?.region
      if (member === 'isSecondary') return true
      return Reflect.get(target, member)
    },
  })

/** The failed sign-ins that count where a call is answered. */
export function lockOutOf({ isSecondary, replica }: Pool, user: User): LockOut {
  if (!isSecondary || !replica) return user
  const counted = replica.lockOuts.get(user)
  if (counted) return counted
  const none = { failedSignIns: 0, lastFailureAt: 0, lockedUntil: 0 }
  replica.lockOuts.set(user, none)
  return none
}
