import { quotedValue } from '#engine/query/filter-words.ts'
import type { RunStatistics } from '#engine/query/run-statistics.ts'
import type { ChartData } from '#renderer/design/chart-data.ts'
import { formatInstant } from '#renderer/design/time.ts'
import { shownDuration } from '#engine/units/duration.ts'

const shownCount = (count: number): string => count.toLocaleString()

const spanFormats: Readonly<Record<RunStatistics['unit'], Intl.DateTimeFormatOptions>> = {
  hour: { weekday: 'short', hour: '2-digit', minute: '2-digit' },
  day: { month: 'short', day: 'numeric' },
  week: { month: 'short', day: 'numeric', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
}

/** How many runs went well and how many failed, over time. */
export function outcomesOverTime({ outcomes, unit }: RunStatistics): ChartData {
  const column = (name: string, tone: 'ok' | 'bad' | 'ink-3', values: readonly number[]) => ({
    name,
    cells: values.map(shownCount),
    drawn: { values, tone },
  })
  return {
    heading: { hour: 'Hour', day: 'Day', week: 'Week of', month: 'Month' }[unit],
    labels: outcomes.map(({ at }) => formatInstant(spanFormats[unit], at)),
    columns: [
      column(
        'Succeeded',
        'ok',
        outcomes.map(({ succeeded }) => succeeded),
      ),
      column(
        'Failed',
        'bad',
        outcomes.map(({ failed }) => failed),
      ),
      column(
        'Other',
        'ink-3',
        outcomes.map(({ other }) => other),
      ),
    ],
  }
}

/** How many runs had which error. */
export function errorsByCode({ errors }: RunStatistics): ChartData {
  const values = errors.map(({ runs }) => runs)
  return {
    heading: 'Code',
    labels: errors.map(({ code }) => code),
    columns: [
      { name: 'Runs', cells: values.map(shownCount), drawn: { values, tone: 'bad' } },
      { name: 'First cause', words: true, cells: errors.map(({ title }) => title) },
    ],
  }
}

/** How long the service took for each kind of call. */
export function durationsByStep({ steps }: RunStatistics): ChartData {
  const column = (name: string, values: readonly number[]) => ({
    name,
    cells: values.map(shownDuration),
  })
  const [medians, percentiles] = [
    steps.map(({ medianMs }) => medianMs),
    steps.map(({ p95Ms }) => p95Ms),
  ]
  return {
    heading: 'Step',
    labels: steps.map(({ name }) => name),
    columns: [
      { ...column('Median', medians), drawn: { values: medians, tone: 'accent' } },
      { ...column('95th percentile', percentiles), drawn: { values: percentiles, tone: 'ask' } },
      column(
        'Max',
        steps.map(({ maxMs }) => maxMs),
      ),
      { name: 'Calls', cells: steps.map(({ calls }) => shownCount(calls)) },
    ],
  }
}

/** The filter that finds the runs of one span. */
export function filterOfSpan({ outcomes, unit }: RunStatistics, index: number): string {
  const at = outcomes[index]?.at ?? 0
  const begin = new Date(at)
  if (unit === 'day') return `on:${dayText(begin)}`
  if (unit === 'month') return `on:${dayText(begin).slice(0, 7)}`
  if (unit === 'week')
    return `after:${dayText(begin)} before:${dayText(new Date(begin.getFullYear(), begin.getMonth(), begin.getDate() + 7))}`
  const text = (instant: number) => {
    const date = new Date(instant)
    return quotedValue(`${dayText(date)} ${two(date.getHours())}:${two(date.getMinutes())}`)
  }
  return `after:${text(at)} before:${text(at + 3_600_000)}`
}

/** The filter that finds the runs with one error. */
export function filterOfError({ errors }: RunStatistics, index: number): string {
  const { code = '', term = 'error' } = errors[index] ?? {}
  return `${term}:${quotedValue(term === 'status' ? code.replace(' ', '-') : code)}`
}

/** The filter that finds the runs with one kind of call. */
export const filterOfStep = ({ steps }: RunStatistics, index: number): string =>
  `challenge:${quotedValue(steps[index]?.name ?? '')}`

const two = (number: number): string => String(number).padStart(2, '0')
const dayText = (date: Date): string =>
  `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
