import type { Parameters } from '../flows/flow.ts'
import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { findClient, type ClientCall, type PracticeState } from '../state/practice-state.ts'

/**
 * Where a public call goes.
 * @throws Refusal ResourceNotFoundException when there is no such client
 */
export const clientCallOf = (state: PracticeState, clientId: string): ClientCall =>
  findClient(state, clientId) ?? refuse(refusals.clientUnknown(clientId))

/** The service takes an empty value for an absent one. */
export const filled = (map: Parameters | undefined): Parameters =>
  Object.fromEntries(Object.entries(map ?? {}).filter(([, value]) => value !== ''))

/** Refuses a call for the first parameter that is missing. */
export function requireParameters(inputs: Parameters, names: readonly string[]): void {
  for (const name of names) if (!inputs[name]) refuse(refusals.parameterMissing(name))
}
