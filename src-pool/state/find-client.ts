import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { begun } from './passed-factors.ts'
import type { ClientCall, PracticeState } from './practice-state.ts'

/** The client of this id, and its pool. */
export function findClient(state: PracticeState, clientId: string): ClientCall | undefined {
  for (const pool of state.pools) {
    const client = pool.clients.find(({ id }) => id === clientId)
    if (client) return { state, pool, client, passedFactors: begun }
  }
  return undefined
}

/**
 * Where a public call goes.
 * @throws Refusal ResourceNotFoundException when there is no such client
 */
export const clientCallOf = (state: PracticeState, clientId: string): ClientCall =>
  findClient(state, clientId) ?? refuse(refusals.clientUnknown(clientId))
