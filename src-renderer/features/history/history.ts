import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { HistoryDay, HistoryRow } from '#contract/routes/history.ts'
import { daysOfRuns } from '#engine/query/days-of-runs.ts'
import { newestFirst, orderOf, orderText, type RunOrder } from '#engine/query/run-order.ts'
import { useApplication } from '#renderer/bridge/application.ts'
import { call } from '#renderer/bridge/client.ts'
import { useChosenRuns } from './chosen-runs.ts'
import { groupsOf, listLayout } from './list-layout.ts'
import { narrowedFilter } from './narrowed-filter.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { RowPages } from './row-pages.ts'
import { useSavedFilters } from './saved-filters.ts'

/** Rows that are fetched at a time. */
const pageSize = 100

/** What is wrong with a filter, and where in its text. */
export interface FilterProblem {
  readonly message: string
  readonly start: number
  readonly end: number
}

const isNewestFirst = ({ by, descending }: RunOrder): boolean => by === newestFirst.by && descending

/** Which rows a page has: those after the last row of the page before it, where that is known. */
function placeOfPage(page: number, order: RunOrder, before: HistoryRow | undefined) {
  const skip = page * pageSize
  if (!isNewestFirst(order)) return { order, skip }
  if (!before || page === 0) return { skip }
  return { after: { startedAt: before.startedAt, runId: before.runId } }
}

type RowsOfPage = (page: number, before?: HistoryRow) => Promise<readonly HistoryRow[]>

/**
 * Gives the rows from one to another, both included, page by page: however many, none is kept.
 * `goesOn` is told how much is there, from 0 to 1, and ends it with false: then there are none.
 */
const rowsBetween =
  (rowsOf: RowsOfPage) =>
  async (
    from: number,
    to: number,
    goesOn: (part: number) => boolean,
  ): Promise<readonly HistoryRow[] | undefined> => {
    const found: HistoryRow[] = []
    const first = Math.floor(from / pageSize)
    const pageCount = Math.floor(to / pageSize) - first + 1
    for (let page = first; page < first + pageCount; page += 1) {
      if (!goesOn((page - first) / pageCount)) return undefined
      found.push(...(await rowsOf(page, found.at(-1))))
    }
    if (!goesOn(1)) return undefined
    return found.slice(from - first * pageSize, to + 1 - first * pageSize)
  }

/** Deletes runs, or takes that back, and loads the list again. */
const deletions = (load: () => Promise<void>) => ({
  remove: async (runIds: readonly string[]): Promise<void> => {
    await call('history.delete', { runIds: [...runIds] })
    await load()
  },
  restore: async (runIds: readonly string[]): Promise<void> => {
    await call('history.restore', { runIds: [...runIds] })
    await load()
  },
})

/** Earlier runs, as the main process finds them for a filter, a page at a time. */
export const useHistory = defineStore('history', () => {
  const filter = ref('')
  const days = shallowRef<readonly HistoryDay[]>([])
  const pages = new RowPages()
  const problem = shallowRef<FilterProblem>()
  const loaded = ref(false)
  /** The statistics of the filtered runs are shown instead of a run. */
  const showsStatistics = ref(false)
  const application = useApplication()
  const order = computed(() => orderOf(application.settings.historyOrder))
  /** Rows are under their days where the list is in the order of time. */
  const hasDays = computed(() => order.value.by === 'started_at')
  const layout = computed(() => listLayout(groupsOf(days.value, order.value)))
  /** Raised with each loading, so that what belongs to an earlier one is dropped. */
  let generation = 0
  const pending = new Set<number>()
  let loadedList = ''

  const rowAt = (index: number): HistoryRow | undefined =>
    pages.rows(Math.floor(index / pageSize))?.[index % pageSize]

  /** Fetches the first page and its days again; rows stay in sight until others come. */
  async function load(): Promise<void> {
    const mine = (generation += 1)
    pending.clear()
    const first = await fetchPage(0)
    if (mine !== generation) return
    problem.value = first.problem
    // While a filter is being typed it often cannot be read: the list stays as it was.
    if (first.problem) return
    const isAll = first.rows.length < pageSize
    const found = isAll
      ? daysOfRuns(first.rows)
      : await call('history.days', { filter: filter.value })
    if (mine !== generation) return
    const list = `${orderText(order.value)} ${filter.value}`
    if (list === loadedList) pages.markStale()
    else pages.clear()
    loadedList = list
    pages.keep(0, first.rows)
    days.value = found
    loaded.value = true
  }

  /** Loads again after a change; what changes during a loading leads to one more. */
  const refresh = oneAtATime(load)

  const fetchPage = (page: number, before = pages.freshRows(page - 1)?.at(-1)) =>
    call('history.page', {
      filter: filter.value,
      limit: pageSize,
      ...placeOfPage(page, order.value, before),
    })

  /** Has the pages at hand that these rows are on. */
  async function need(from: number, to: number): Promise<void> {
    const mine = generation
    for (let page = Math.floor(from / pageSize); page <= Math.floor(to / pageSize); page += 1) {
      const known = pages.freshRows(page)
      if (known) {
        pages.keep(page, known)
        continue
      }
      if (pending.has(page)) continue
      pending.add(page)
      const { rows } = await fetchPage(page)
      if (mine !== generation) return
      pending.delete(page)
      pages.keep(page, rows)
    }
  }

  function narrow(by: string): void {
    filter.value = narrowedFilter(filter.value, by)
  }

  async function annotate(
    runIds: readonly string[],
    annotation: { readonly note?: string; readonly pinned?: boolean },
  ): Promise<void> {
    const rows = await call('history.annotate', { runIds: [...runIds], ...annotation })
    pages.replace(rows)
    useChosenRuns().replace(rows)
  }

  return {
    filter,
    layout,
    problem,
    loaded,
    days,
    showsStatistics,
    order,
    hasDays,
    narrow,
    load,
    refresh,
    need,
    rowAt,
    rowsBetween: rowsBetween(
      async (page, before) => pages.freshRows(page) ?? (await fetchPage(page, before)).rows,
    ),
    annotate,
    ...deletions(load),
    ...useSavedFilters(),
  }
})
