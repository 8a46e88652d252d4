import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'

/** AuthParameters, or ChallengeResponses: empty values are left out. */
export type Parameters = Readonly<Record<string, string>>

/** The service takes an empty value for an absent one. */
export const filled = (map: Parameters | undefined): Parameters =>
  Object.fromEntries(Object.entries(map ?? {}).filter(([, value]) => value !== ''))

/** Refuses a call for the first parameter that is missing. */
export function requireParameters(inputs: Parameters, names: readonly string[]): void {
  for (const name of names) if (!inputs[name]) refuse(refusals.parameterMissing(name))
}
