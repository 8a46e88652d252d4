import { localDay, localMinute } from './local-time.ts'
import type { RunStatistics } from '#engine/query/run-statistics.ts'
import { stripControlCharacters, type Paint } from '../paint.ts'
import { counted } from '#engine/units/counted.ts'

/** What runs add up to, as three tables. */
export function statisticsText(statistics: RunStatistics, paint: Paint): string {
  const { errors, outcomes, runs, steps, unit } = statistics
  const ms = (duration: number) => `${duration.toFixed(duration < 10 ? 1 : 0)} ms`
  const parts = [
    table(paint, [
      [unit, 'succeeded', 'failed', 'other'],
      ...outcomes
        .filter(({ failed, other, succeeded }) => failed + other + succeeded > 0)
        .map(({ at, failed, other, succeeded }) => [
          spanText(at, unit),
          ...[succeeded, failed, other].map(String),
        ]),
    ]),
    table(paint, [
      ['error', 'runs', ''],
      ...errors.map(({ code, runs: count, title }) => [code, String(count), title]),
    ]),
    table(paint, [
      ['step', 'calls', 'median', '95 %', 'max'],
      ...steps.map(({ calls, maxMs, medianMs, name, p95Ms }) => [
        name,
        String(calls),
        ...[medianMs, p95Ms, maxMs].map(ms),
      ]),
    ]),
  ]
  return [`${counted(runs, 'run')}\n`, ...parts.filter(Boolean)].join('\n')
}

function spanText(at: number, unit: RunStatistics['unit']): string {
  const day = localDay(at)
  if (unit === 'month') return day.slice(0, 7)
  return unit === 'hour' ? `${day} ${localMinute(at)}` : day
}

/** Rows under a heading; texts are left-aligned, those of the middle columns right-aligned. */
function table(paint: Paint, [heading = [], ...rows]: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const shown = [heading, ...rows].map((row) => row.map(stripControlCharacters))
  const widths = heading.map((_, column) =>
    Math.max(...shown.map((row) => row[column]?.length ?? 0)),
  )
  return shown
    .map((row, index) => {
      const isText = (column: number) => column === 0 || heading[column] === ''
      const cells = row.map((cell, column) =>
        isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      const line = cells.join('  ').trimEnd()
      return `${index === 0 ? paint.faint(line) : line}\n`
    })
    .join('')
}
