import type { useDraft } from './draft.ts'
import { recordOf, type Pair } from './start-input.ts'

/** How many of the inputs of the side sheet differ from their defaults. */
export function moreInputsCount(
  draft: ReturnType<typeof useDraft>,
  free: readonly Pair[],
  filled: readonly string[],
): number {
  const texts = [
    draft.analyticsEndpointId,
    draft.ipAddress,
    draft.deviceName,
    draft.fault,
    ...(draft.asAdmin ? [draft.serverName, draft.serverPath] : []),
  ]
  const pairs = [free, draft.metadata, draft.asAdmin ? draft.httpHeaders : []]
  return (
    texts.filter((text) => text !== '').length +
    pairs.reduce((sum, list) => sum + Object.keys(recordOf(list)).length, 0) +
    ['EncodedData', 'Session'].filter((name) => filled.includes(name)).length +
    (draft.device === 'with' ? 0 : 1)
  )
}
