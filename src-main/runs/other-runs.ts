import { refreshHistoryFact, type RefreshHistory } from '#engine/facts/refresh-history.ts'
import { throttlingFact } from '#engine/facts/throttling.ts'
import { revealText } from '#engine/secret/secret.ts'
import type { Fact } from '#engine/trace/fact.ts'
import type { TimelineStep } from '#engine/trace/timeline.ts'
import type { PastRun, RunSubject } from './past-run.ts'

/** What other runs say about this one: of its refresh token, and of the rate of calls. */
export function factsOfOtherRuns(
  subject: RunSubject,
  newestFirst: readonly PastRun[],
  now: number,
): readonly Fact[] {
  const refresh = refreshHistory(subject, newestFirst, now)
  const throttling = throttlingOf(subject, newestFirst, now)
  return [
    ...(refresh ? [{ name: refreshHistoryFact.name, values: { ...refresh } }] : []),
    ...(throttling ? [{ name: throttlingFact.name, values: { ...throttling } }] : []),
  ]
}

const refreshTokenOf = ({ refreshToken = '' }: RunSubject): string => revealText(refreshToken)

function refreshHistory(
  subject: RunSubject,
  newestFirst: readonly PastRun[],
  now: number,
): RefreshHistory | undefined {
  const token = refreshTokenOf(subject)
  if (token === '') return undefined
  let issuedTo: RefreshHistory['issuedTo'] = 'not seen'
  let [replacedMs, endedMs] = [0, 0]
  for (const one of newestFirst) {
    const { steps } = one.view()
    const own = refreshTokenOf(one) === token
    const got = steps.find((step) => refreshTokensIn(step, one).includes(token))
    if (got)
      issuedTo =
        one.target.clientId === subject.target.clientId ? 'this app client' : 'another app client'
    const replaced = own && steps.find((step) => refreshTokensIn(step, one).length > 0)
    if (replaced && replacedMs === 0) replacedMs = Math.max(1, now - replaced.at)
    const ended = (own || got) && steps.find(endsSignIn)
    if (ended && endedMs === 0) endedMs = Math.max(1, now - ended.at)
  }
  return issuedTo === 'not seen' && replacedMs === 0 && endedMs === 0
    ? undefined
    : { issuedTo, replacedMs, endedMs }
}

const refreshTokensIn = ({ answer }: TimelineStep, { secret }: PastRun): readonly string[] =>
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

function throttlingOf({ target }: RunSubject, newestFirst: readonly PastRun[], now: number) {
  const steps = newestFirst
    .filter((one) => one.target.endpoint === target.endpoint)
    .flatMap(({ view }) => view().steps)
    .filter(({ at, operation }) => operation !== undefined && now >= at && now - at < window)
  const throttled = steps.filter(
    ({ answer }) => answer?.kind === 'refused' && throttles.includes(answer.error),
  ).length
  return throttled > 0 ? { calls: steps.length, throttled } : undefined
}
