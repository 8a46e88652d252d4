import type { FilteredRun } from './filter-columns.ts'
import { failureStates } from './failure-states.ts'

/** How wide the spans of {@link RunStatistics.outcomes} are, in local time. */
export type SpanUnit = 'hour' | 'day' | 'week' | 'month'

/** What runs add up to. */
export interface RunStatistics {
  readonly runs: number
  readonly unit: SpanUnit
  /** One entry for each span from the first run to the last, oldest first, those without a run too. */
  readonly outcomes: readonly OutcomeCount[]
  /** Most frequent first; a run counts once. */
  readonly errors: readonly ErrorCount[]
  /** In the order in which they were first met; runs that do not say how long a call took are left out. */
  readonly steps: readonly StepDurations[]
}

/** How the runs of one span ended. */
export interface OutcomeCount {
  /** The first instant of the span. */
  readonly at: number
  /** Signed in, or accepted. */
  readonly succeeded: number
  readonly failed: number
  /** Cancelled, incomplete, or still under way. */
  readonly other: number
}

/** How many runs had one error. */
export interface ErrorCount {
  /** Code of the first diagnosed cause; without one, the name of the exception or failure. */
  readonly code: string
  /** Title of the cause, the most frequent first where it has several; empty without one. */
  readonly title: string
  readonly runs: number
  /** The filter that finds these runs. */
  readonly term: 'code' | 'error' | 'status'
}

/** How long the service took for one kind of call, in milliseconds. */
export interface StepDurations {
  /** The challenge that was answered, or the operation. */
  readonly name: string
  readonly calls: number
  readonly medianMs: number
  /** The 95th percentile: the smallest duration that 95 % of the calls do not exceed. */
  readonly p95Ms: number
  readonly maxMs: number
}

/** The part of a run that is counted. */
export type CountedRun = Pick<FilteredRun, 'startedAt' | 'state' | 'errors' | 'cause' | 'chain'> & {
  readonly causeTitle?: string | undefined
}

/** What is counted of a run besides when it began and how long its calls took: many runs share it. */
export interface CountedKind extends Pick<CountedRun, 'state' | 'cause' | 'causeTitle'> {
  /** The first exception or failure. */
  readonly error?: string | undefined
  /** Names of the calls of the chain. */
  readonly steps: readonly string[]
}

/** How long each call of a run took, in the order of the steps of its kind. */
export type CallDurations = readonly (number | null)[]

/** The kind of a run, as it is counted. */
export const countedKindOf = ({
  cause,
  causeTitle,
  chain,
  errors,
  state,
}: CountedRun): CountedKind => ({
  state,
  ...(cause !== undefined && { cause, causeTitle }),
  ...(errors[0] !== undefined && { error: errors[0] }),
  steps: chain.map(({ name }) => name),
})

/** How long the calls of a run took, as they are counted. */
export const callDurationsOf = ({ chain }: Pick<CountedRun, 'chain'>): CallDurations =>
  chain.map(({ durationMs = null }) => durationMs)

/** Adds up runs bit by bit, so that they need not be in memory at once. */
export class RunCounter {
  #runs = 0
  readonly #quarters = new Map<number, { succeeded: number; failed: number; other: number }>()
  readonly #errors = new Map<
    string,
    { count: Omit<ErrorCount, 'runs'>; runs: number; titles: Map<string, number> }
  >()
  readonly #durations = new Map<string, number[]>()

  /** Counts one more run. */
  add(run: CountedRun): void {
    this.addAll(countedKindOf(run), run.startedAt, [callDurationsOf(run)])
  }

  /** Counts runs of one kind that began at the same time, or in the same local day of many. */
  addAll(kind: CountedKind, startedAt: number, runs: readonly CallDurations[]): void {
    this.#runs += runs.length
    // Local spans begin on a quarter of an hour, whatever the offset from UTC.
    const quarter = Math.floor(Math.min(Math.max(startedAt, 0), lastInstant) / quarterMs)
    const counts = entry(this.#quarters, quarter, () => ({ succeeded: 0, failed: 0, other: 0 }))
    counts[outcomeOf(kind.state)] += runs.length
    const error = errorOf(kind)
    if (error) {
      const counted = entry(this.#errors, error.code, () => ({
        count: error,
        runs: 0,
        titles: new Map<string, number>(),
      }))
      counted.runs += runs.length
      counted.titles.set(error.title, (counted.titles.get(error.title) ?? 0) + runs.length)
    }
    for (const [index, name] of kind.steps.entries())
      for (const durations of runs) {
        const durationMs = durations[index] ?? null
        if (durationMs !== null) entry(this.#durations, name, (): number[] => []).push(durationMs)
      }
  }

  /** What was counted so far. */
  statistics(): RunStatistics {
    const unit = unitOf([...this.#quarters.keys()])
    return {
      runs: this.#runs,
      unit,
      outcomes: this.#outcomes(unit),
      errors: [...this.#errors.values()]
        .map(({ count, runs, titles }) => ({ ...count, title: titleOf(titles), runs }))
        .sort((a, b) => b.runs - a.runs || (a.code < b.code ? -1 : 1)),
      steps: [...this.#durations].map(([name, durations]) => {
        const sorted = Float64Array.from(durations).sort()
        return {
          name,
          calls: sorted.length,
          medianMs: medianOf(sorted),
          p95Ms: sorted[Math.ceil(0.95 * sorted.length) - 1] ?? 0,
          maxMs: sorted.at(-1) ?? 0,
        }
      }),
    }
  }

  #outcomes(unit: SpanUnit): readonly OutcomeCount[] {
    const spans = new Map<number, { succeeded: number; failed: number; other: number }>()
    const quarters = [...this.#quarters].sort(([a], [b]) => a - b)
    for (const [quarter, counts] of quarters) {
      const at = startOfSpan(quarter * quarterMs, unit)
      const span = entry(spans, at, () => ({ succeeded: 0, failed: 0, other: 0 }))
      span.succeeded += counts.succeeded
      span.failed += counts.failed
      span.other += counts.other
    }
    const [first] = spans.keys()
    const last = [...spans.keys()].at(-1) ?? 0
    const all: OutcomeCount[] = []
    for (let at = first ?? Infinity; at <= last; at = startOfSpan(at, unit, 1))
      all.push({ at, ...(spans.get(at) ?? { succeeded: 0, failed: 0, other: 0 }) })
    return all
  }
}

const quarterMs = 900_000
const dayMs = 86_400_000
/** Titles of one code that are named. */
const mostTitles = 3
/** Of a recording with a clock from nowhere one time is as good as another. */
const lastInstant = Date.UTC(2100, 0)

function entry<Key, Value>(map: Map<Key, Value>, key: Key, begin: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const begun = begin()
  map.set(key, begun)
  return begun
}

/** A cause says in its title what exactly happened: one code may have several. */
function titleOf(titles: ReadonlyMap<string, number>): string {
  const sorted = [...titles]
    .sort(([a, runsOfA], [b, runsOfB]) => runsOfB - runsOfA || (a < b ? -1 : 1))
    .map(([title]) => title)
  return [...sorted.slice(0, mostTitles), ...(sorted.length > mostTitles ? ['…'] : [])].join(', ')
}

function outcomeOf(state: string): 'succeeded' | 'failed' | 'other' {
  if (state === 'tokens' || state === 'accepted') return 'succeeded'
  return failureStates.some((one) => one === state) ? 'failed' : 'other'
}

function errorOf(kind: CountedKind): Omit<ErrorCount, 'runs'> | undefined {
  const { cause, causeTitle = '', error, state } = kind
  if (error === undefined && outcomeOf(state) !== 'failed') return undefined
  if (cause !== undefined) return { code: cause, title: causeTitle, term: 'code' }
  if (error !== undefined) return { code: error, title: '', term: 'error' }
  return { code: state, title: '', term: 'status' }
}

function medianOf(sorted: Float64Array): number {
  const middle = sorted.length / 2
  const [below = 0, above = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return (below + above) / 2
}

/** So that there are at most about a hundred spans, unless runs are ten years apart. */
function unitOf(quarters: readonly number[]): SpanUnit {
  let [first, last] = [Infinity, -Infinity]
  for (const quarter of quarters) {
    first = Math.min(first, quarter)
    last = Math.max(last, quarter)
  }
  const days = ((last - first) * quarterMs) / dayMs
  if (days <= 2) return 'hour'
  if (days <= 92) return 'day'
  return days <= 730 ? 'week' : 'month'
}

/** The first instant of the local span that an instant is in, or of one so many spans later. */
function startOfSpan(instant: number, unit: SpanUnit, later = 0): number {
  const at = new Date(instant)
  const [year, month, day] = [at.getFullYear(), at.getMonth(), at.getDate()]
  switch (unit) {
    case 'hour':
      // By arithmetic: on the day that the clocks go back an hour is there twice.
      return (
        instant -
        (instant % quarterMs) -
        Math.floor(at.getMinutes() / 15) * quarterMs +
        later * 3_600_000
      )
    case 'day':
      return new Date(year, month, day + later).getTime()
    case 'week':
      return new Date(year, month, day - ((at.getDay() + 6) % 7) + 7 * later).getTime()
    case 'month':
      return new Date(year, month + later).getTime()
  }
}
