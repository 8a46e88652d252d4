import { challenges } from './challenges/index.ts'
import { flows } from './flows/index.ts'
import { answerEnds, type TriggerExecution } from './trigger-sequence.ts'

/**
 * The triggers that one call of a sign-in runs, in order, where the pool has them.
 * @param challenge the one that the call answers; none for the call that begins the sign-in
 * @param given public AuthParameters of the call that begins it
 */
export function expectedTriggers(
  flow: string,
  challenge?: string,
  inputs: Readonly<Record<string, string>> = {},
): readonly TriggerExecution[] {
  if (challenge === undefined) return flows.get(flow)?.triggers(inputs) ?? []
  return challenges.get(challenge)?.triggers?.(flow) ?? answerEnds
}
