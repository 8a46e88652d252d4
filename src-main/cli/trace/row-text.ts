import type { HistoryRow } from '#contract/routes/history.ts'
import { shownDuration } from '#engine/units/duration.ts'
import { localTime } from './local-time.ts'
import { stripControlCharacters, type Paint } from '../paint.ts'

/** One run of a list, in a line. */
export function rowText(row: HistoryRow, paint: Paint): string {
  const { cause, causeTitle, chain, flow, runId, serviceMs, startedAt, state, username } = row
  const tone = state === 'tokens' || state === 'accepted' ? paint.good : paint.bad
  const at = localTime(startedAt)
  const why = cause === undefined ? '' : ` ${causeTitle ?? ''} (${cause})`
  // Nothing was measured where a recording has no times, or no answer came.
  const duration = serviceMs > 0 ? [shownDuration(serviceMs)] : []
  const calls = chain.map(({ name }) => stripControlCharacters(name)).join(' → ')
  return [
    `${paint.faint(runId)}  ${at}  ${stripControlCharacters(username || 'no user')}`,
    `  ${tone(state === 'tokens' ? 'signed in' : state)}${paint.note(why)}  ${stripControlCharacters(flow)}`,
    `  ${paint.faint([calls, ...duration].join(', '))}\n`,
  ].join('')
}
