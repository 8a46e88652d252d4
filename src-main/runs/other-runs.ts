import { refreshHistoryFact, type RefreshHistory } from '#engine/facts/refresh-history.ts'
import { throttlingFact } from '#engine/facts/throttling.ts'
import { revealText, type Secret } from '#engine/secret/secret.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import type { Fact } from '#engine/trace/fact.ts'
import { timeline, type TimelineStep } from '#engine/trace/timeline.ts'
import type { RunRequest } from './run-dependencies.ts'

/** Another run of this session, whoever its user is. */
export interface OtherRun {
  readonly request: RunRequest
  readonly events: () => readonly TraceEvent[]
  readonly secret: (mark: string) => Secret | undefined
}

/** What other runs say about this one: of its refresh token, and of the rate of calls. */
export function factsOfOtherRuns(
  request: RunRequest,
  newestFirst: readonly OtherRun[],
  now: number,
): readonly Fact[] {
  const refresh = refreshHistory(request, newestFirst, now)
  const throttling = throttlingOf(request, newestFirst, now)
  return [
    ...(refresh ? [{ name: refreshHistoryFact.name, values: { ...refresh } }] : []),
    ...(throttling ? [{ name: throttlingFact.name, values: { ...throttling } }] : []),
  ]
}

const refreshTokenOf = ({ input }: RunRequest): string =>
  revealText(input.parameters['REFRESH_TOKEN'] ?? '')

function refreshHistory(
  request: RunRequest,
  newestFirst: readonly OtherRun[],
  now: number,
): RefreshHistory | undefined {
  const token = refreshTokenOf(request)
  if (token === '') return undefined
  let issuedTo: RefreshHistory['issuedTo'] = 'not seen'
  let [replacedMs, endedMs] = [0, 0]
  for (const one of newestFirst) {
    const { steps } = timeline(one.events())
    const own = refreshTokenOf(one.request) === token
    const got = steps.find((step) => refreshTokensIn(step, one).includes(token))
    if (got)
      issuedTo =
        one.request.client.clientId === request.client.clientId
          ? 'this app client'
          : 'another app client'
    const replaced = own && steps.find((step) => refreshTokensIn(step, one).length > 0)
    if (replaced && replacedMs === 0) replacedMs = Math.max(1, now - replaced.at)
    const ended = (own || got) && steps.find(endsSignIn)
    if (ended && endedMs === 0) endedMs = Math.max(1, now - ended.at)
  }
  return issuedTo === 'not seen' && replacedMs === 0 && endedMs === 0
    ? undefined
    : { issuedTo, replacedMs, endedMs }
}

const refreshTokensIn = ({ answer }: TimelineStep, { secret }: OtherRun): readonly string[] =>
  answer?.kind === 'tokens'
    ? answer.tokens.flatMap(({ mark, use }) =>
        use === 'refresh' ? [revealText(secret(mark) ?? '')] : [],
      )
    : []

const endsSignIn = ({ answer, operation = '' }: TimelineStep): boolean =>
  answer?.kind === 'accepted' && ['GlobalSignOut', 'RevokeToken'].includes(operation)

/** Exceptions with which the service limits the rate of calls. */
const throttles = ['TooManyRequestsException', 'ThrottlingException']
const window = 60_000

function throttlingOf({ target }: RunRequest, newestFirst: readonly OtherRun[], now: number) {
  const steps = newestFirst
    .filter(({ request }) => request.target.endpoint === target.endpoint)
    .flatMap(({ events }) => timeline(events()).steps)
    .filter(({ at, operation }) => operation !== undefined && now >= at && now - at < window)
  const throttled = steps.filter(
    ({ answer }) => answer?.kind === 'refused' && throttles.includes(answer.error),
  ).length
  return throttled > 0 ? { calls: steps.length, throttled } : undefined
}
