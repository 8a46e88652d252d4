import { challenges } from './challenges/index.ts'
import { flows } from './flows/index.ts'
import { answerEnds, type TriggerRun } from './trigger-runs.ts'

/**
 * The triggers that one call of a sign-in runs, in order, where the pool has them.
 * @param challenge the one that the call answers; none for the call that begins the sign-in
 * @param given public AuthParameters of the call that begins it
 */
export function triggersOfCall(
  flow: string,
  challenge?: string,
  given: Readonly<Record<string, string>> = {},
): readonly TriggerRun[] {
  if (challenge === undefined) return flows.get(flow)?.triggers(given) ?? []
  return challenges.get(challenge)?.triggers?.(flow) ?? answerEnds
}
