import type { HistoryRow } from '#contract/routes/history.ts'
import { historyColumnIds, type HistoryColumnId } from '#contract/settings/history-columns.ts'
import { quotedValue } from '#engine/query/filter-words.ts'
import type { RunOrder } from '#engine/query/run-order.ts'
import { shownDuration } from '#engine/units/duration.ts'
import { shownTime } from '#renderer/design/time.ts'
import { runOutcomes } from '#renderer/design/run-outcomes.ts'

/** One column of the list. */
export interface HistoryColumn {
  readonly id: HistoryColumnId
  readonly title: string
  /** As a track of a grid. */
  readonly width: string
  /** What the list can be put in order by here. */
  readonly order?: RunOrder['by']
  readonly text: (row: HistoryRow) => string
  /** The filter that finds runs with the same in this column; none where there is nothing. */
  readonly filter: (row: HistoryRow) => string | undefined
}

const term = (name: string, value: string | undefined): string | undefined =>
  value ? `${name}:${quotedValue(value)}` : undefined

const two = (number: number): string => String(number).padStart(2, '0')
const dayOf = (instant: number): string => {
  const at = new Date(instant)
  return `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

const statuses: ReadonlyMap<HistoryRow['state'], string> = new Map([
  ['tokens', 'signed-in'],
  ['not sent', 'not-sent'],
])

const byId: Readonly<Record<HistoryColumnId, Omit<HistoryColumn, 'id'>>> = {
  time: {
    title: 'Time',
    width: '92px',
    order: 'started_at',
    text: ({ startedAt }) => shownTime(startedAt),
    filter: ({ startedAt }) => `on:${dayOf(startedAt)}`,
  },
  user: {
    title: 'User',
    width: 'minmax(90px, 1.2fr)',
    order: 'user',
    text: ({ username }) => username || 'no user',
    filter: ({ username }) => term('user', username),
  },
  outcome: {
    title: 'Outcome',
    width: '92px',
    order: 'status',
    text: ({ state }) => runOutcomes[state].text,
    filter: ({ state }) =>
      state === 'empty' ? undefined : term('status', statuses.get(state) ?? state),
  },
  chain: {
    title: 'Chain',
    width: '76px',
    text: ({ chain }) => chain.map(({ name }) => name).join(' → '),
    filter: ({ chain }) => term('challenge', chain.at(-1)?.name),
  },
  cause: {
    title: 'First cause',
    width: 'minmax(110px, 2fr)',
    order: 'code',
    text: ({ cause, causeTitle }) => (cause ? `${causeTitle ?? ''} (${cause})` : ''),
    filter: ({ cause }) => term('code', cause),
  },
  duration: {
    title: 'Duration',
    width: '76px',
    order: 'service_ms',
    text: ({ serviceMs }) => (serviceMs > 0 ? shownDuration(serviceMs) : ''),
    // This run is among those that are found.
    filter: ({ serviceMs }) =>
      serviceMs > 0 ? `slower-than:${String(Math.ceil(serviceMs) - 1)}ms` : undefined,
  },
  error: {
    title: 'Error',
    width: 'minmax(90px, 1.4fr)',
    order: 'error',
    text: ({ errors }) => errors.join(', '),
    filter: ({ errors }) => term('error', errors[0]),
  },
  flow: {
    title: 'Flow',
    width: 'minmax(90px, 1.2fr)',
    order: 'flow',
    text: ({ flow }) => flow,
    filter: ({ flow }) => term('flow', flow),
  },
  profile: {
    title: 'Profile',
    width: 'minmax(80px, 1fr)',
    order: 'profile',
    text: ({ profileName }) => profileName,
    filter: ({ profileName }) => term('profile', profileName),
  },
  client: {
    title: 'App client',
    width: 'minmax(90px, 1fr)',
    text: ({ clientId }) => clientId,
    filter: ({ clientId }) => term('client', clientId),
  },
  pool: {
    title: 'User pool',
    width: 'minmax(90px, 1fr)',
    text: ({ userPoolId }) => userPoolId,
    filter: ({ userPoolId }) => term('pool', userPoolId),
  },
  origin: {
    title: 'Origin',
    width: '80px',
    text: ({ origin }) => origin,
    filter: ({ origin }) => term('origin', origin),
  },
  note: {
    title: 'Note',
    width: 'minmax(80px, 1.5fr)',
    text: ({ note }) => note ?? '',
    filter: ({ note }) => (note ? 'has:note' : undefined),
  },
}

/** Every column, in the order in which they are shown. */
export const columns: readonly HistoryColumn[] = historyColumnIds.map((id) => ({
  id,
  ...byId[id],
}))

/** The columns that a setting names, in their order; all text of it that names none is left out. */
export function columnsOf(setting: string): readonly HistoryColumn[] {
  const wanted = setting.split(/\s+/)
  return columns.filter(({ id }) => wanted.includes(id))
}

/** The setting with one column more, or without it. */
export function withColumn(setting: string, id: HistoryColumnId): string {
  const shown = columnsOf(setting).map((column) => column.id)
  const wanted = shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id]
  // A list without a column would be one of empty rows.
  return wanted.length === 0
    ? setting
    : historyColumnIds.filter((one) => wanted.includes(one)).join(' ')
}
