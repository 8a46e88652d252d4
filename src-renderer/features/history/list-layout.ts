import type { RunOrder } from '#engine/query/run-order.ts'
import type { HistoryDay } from '#contract/routes/history.ts'

/** Heights in pixels. */
export const rowHeight = 40
export const dayHeight = 28

/** One day of the list: its heading, and the rows under it. */
export interface DayGroup extends HistoryDay {
  /** Pixels from the top of the list to the heading. */
  readonly top: number
  /** Number of its first row, over all days. */
  readonly first: number
}

/** The list as it would be if all of it were drawn; it takes no more memory than there are days. */
export interface ListLayout {
  readonly groups: readonly DayGroup[]
  readonly rows: number
  readonly height: number
}

/** The groups of a list in an order: its days, or all rows as one where days are mixed. */
export function groupsOf(
  days: readonly HistoryDay[],
  { by, descending }: RunOrder,
): readonly HistoryDay[] {
  if (by === 'started_at') return descending ? days : [...days].reverse()
  if (days.length === 0) return []
  return [
    days.reduce((all, { failed, runs }) => ({
      at: 0,
      runs: all.runs + runs,
      failed: all.failed + failed,
    })),
  ]
}

/** @param days in the order of the list */
export function listLayout(days: readonly HistoryDay[]): ListLayout {
  const groups: DayGroup[] = []
  let top = 0
  let first = 0
  for (const day of days) {
    groups.push({ ...day, top, first })
    top += dayHeight + day.runs * rowHeight
    first += day.runs
  }
  return { groups, rows: first, height: top }
}

/** What of the list is between two heights: headings and numbers of rows, with their tops. */
export interface VisiblePart {
  readonly groups: readonly DayGroup[]
  readonly rows: readonly { readonly index: number; readonly top: number }[]
}

export function visiblePart({ groups }: ListLayout, from: number, to: number): VisiblePart {
  const start = Math.max(
    0,
    lastIndex(groups, ({ top }) => top <= from),
  )
  const shown: DayGroup[] = []
  const rows: { index: number; top: number }[] = []
  for (const group of groups.slice(start)) {
    if (group.top > to) break
    shown.push(group)
    const below = group.top + dayHeight
    const firstShown = Math.max(0, Math.floor((from - below) / rowHeight))
    const lastShown = Math.min(group.runs - 1, Math.floor((to - below) / rowHeight))
    for (let row = firstShown; row <= lastShown; row += 1)
      rows.push({ index: group.first + row, top: below + row * rowHeight })
  }
  return { groups: shown, rows }
}

/** Pixels from the top of the list to a row. */
export function topOfRow({ groups }: ListLayout, index: number): number {
  const group = groups[lastIndex(groups, ({ first }) => first <= index)]
  return group ? group.top + dayHeight + (index - group.first) * rowHeight : 0
}

/** Of items for which a condition holds up to some point, the last one; −1 for none. */
function lastIndex<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && holds(item)) low = middle + 1
    else high = middle
  }
  return low - 1
}
