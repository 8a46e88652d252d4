import { defineOperation, type Operation } from '../operations/operation.ts'
import { accountRefusals } from '../refusals/account.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import type { Members, Values } from '../requests/members.ts'
import { model, required } from '../requests/model.ts'
import { findUser } from '../state/find-user.ts'
import type { Pool, User } from '../state/pool.ts'
import type { PracticeState } from '../state/practice-state.ts'

/** An operation that must be signed. */
export const administrative = <const M extends Members>(
  name: string,
  input: M,
  perform: (
    state: PracticeState,
    input: Values<M>,
  ) => object | undefined | Promise<object | undefined>,
): Operation => ({ ...defineOperation(name, input, perform), isSigned: true })

/** The members that name a user of a pool. */
export const inPool = { UserPoolId: required(model.userPoolId) } as const
export const ofUser = { ...inPool, Username: required(model.username) } as const

/** The pools of the region that a call is signed for. */
export const visiblePools = ({ pools, signedFor }: PracticeState): readonly Pool[] =>
  pools.filter(({ region }) => signedFor === '' || region === signedFor)

/**
 * The pool of this id, in the region that the call is signed for.
 * @throws Refusal ResourceNotFoundException
 */
export const poolById = (state: PracticeState, id: string): Pool =>
  visiblePools(state).find((pool) => pool.id === id) ?? refuse(accountRefusals.poolUnknown(id))

/**
 * A user by name, alias or sub; an administrator always learns that there is none.
 * @throws Refusal ResourceNotFoundException or UserNotFoundException
 */
export function userInPool(
  state: PracticeState,
  { UserPoolId, Username }: { readonly UserPoolId: string; readonly Username: string },
): { readonly pool: Pool; readonly user: User } {
  const pool = poolById(state, UserPoolId)
  const user =
    findUser(pool, Username) ??
    pool.users.find(({ sub }) => sub === Username) ??
    refuse(refusals.userUnknown)
  return { pool, user }
}
