import type { Difference, DifferenceArea } from './difference.ts'

type Member = Pick<Difference, 'area' | 'expected' | 'member'>

/** Parts of an answer that say how a step came out. */
const outcome: ReadonlySet<string> = new Set([
  'kind',
  'challenge',
  'availableChallenges',
  'error',
  'code',
  'message',
  'status',
])

/** Who signs in, and with which device: it is in the outline of the runs, and explains no outcome. */
const identities: Readonly<Partial<Record<DifferenceArea, ReadonlySet<string>>>> = {
  request: new Set(['USERNAME', 'USER_ID_FOR_SRP', 'Username', 'DEVICE_KEY', 'EncodedData']),
  claims: new Set(['sub', 'username', 'cognito:username', 'email', 'phone_number', 'device_key']),
}

/** Whether a difference may explain why one run went another way than the other. */
function isOfSubstance({ area, expected, member }: Member): boolean {
  if (expected) return false
  const path = member.split('.')
  if (identities[area]?.has(path.at(-1) ?? '')) return false
  switch (area) {
    case 'step':
    case 'claims':
    case 'diagnosis':
      return true
    case 'request':
      return path[0] === 'body' || path[0] === 'fault'
    case 'response':
      return outcome.has(path[0] ?? '')
    case 'run':
    case 'facts':
    case 'timing':
      return false
  }
}

/**
 * Index of the first step in which an outcome, a challenge, an error, a field of the request, a claim
 * or a cause differs; without any, of the first one that differs in what is not expected.
 */
export function firstDifference(
  steps: readonly { readonly differences: readonly Member[] }[],
): number | undefined {
  const first = steps.findIndex(({ differences }) => differences.some(isOfSubstance))
  if (first >= 0) return first
  const otherwise = steps.findIndex(({ differences }) =>
    differences.some(({ expected }) => !expected),
  )
  return otherwise >= 0 ? otherwise : undefined
}

/** Whether how long steps took is all that differs, but for what is new in every sign-in. */
export function onlyTimingDiffers(
  run: readonly Member[],
  steps: readonly { readonly differences: readonly Member[] }[],
): boolean {
  const unexpected = [...run, ...steps.flatMap(({ differences }) => differences)].filter(
    ({ expected }) => !expected,
  )
  return unexpected.length > 0 && unexpected.every(({ area }) => area === 'timing')
}
