import type { TextSetting } from './setting.ts'

/** The columns that the list of the history can have, in the order in which they are shown. */
export const historyColumnIds = [
  'time',
  'user',
  'outcome',
  'chain',
  'cause',
  'duration',
  'error',
  'flow',
  'profile',
  'client',
  'pool',
  'origin',
  'note',
] as const
export type HistoryColumnId = (typeof historyColumnIds)[number]

export const historyColumns = {
  key: 'historyColumns',
  group: 'Secrets and history',
  title: 'Columns of the history',
  kind: 'text',
  placeholder: 'time user outcome',
  validate: (text) => {
    const known: ReadonlySet<string> = new Set(historyColumnIds)
    const unknown = text.split(/\s+/).find((word) => word !== '' && !known.has(word))
    if (unknown === undefined) return undefined
    return `There is no column “${unknown}”. Columns are ${historyColumnIds.join(', ')}.`
  },
  default: 'time user outcome chain cause duration',
} as const satisfies TextSetting
