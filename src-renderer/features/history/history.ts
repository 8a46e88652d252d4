import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import type { HistoryDay, HistoryRow } from '#contract/routes/history.ts'
import { newestFirst, orderOf, orderText, type RunOrder } from '#engine/query/run-order.ts'
import { useApplication } from '#renderer/bridge/application.ts'
import { call } from '#renderer/bridge/client.ts'
import { groupsOf, listLayout } from './list-layout.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { useSavedFilters } from './saved-filters.ts'

/** Rows that are fetched at a time. */
const pageSize = 100
/** Pages that are kept; those out of sight for longest are dropped. */
const maxPages = 12

/** What is wrong with a filter, and where in its text. */
export interface FilterProblem {
  readonly message: string
  readonly start: number
  readonly end: number
}

const isNewestFirst = ({ by, descending }: RunOrder): boolean => by === newestFirst.by && descending

/** The filter that leaves only those of its runs that another one finds, too. */
const narrowed = (filter: string, by: string): string =>
  by === '' || ` ${filter} `.includes(` ${by} `) ? filter : `${filter} ${by}`.trim()

/** Puts a changed row in the place of the one that it was. */
function replaceRow(pages: Map<number, readonly HistoryRow[]>, row: HistoryRow): void {
  for (const [page, rows] of pages)
    if (rows.some(({ runId }) => runId === row.runId))
      pages.set(
        page,
        rows.map((one) => (one.runId === row.runId ? row : one)),
      )
}

/** Earlier runs, as the main process finds them for a filter, a page at a time. */
export const useHistory = defineStore('history', () => {
  const filter = ref('')
  const days = shallowRef<readonly HistoryDay[]>([])
  const pages = shallowReactive(new Map<number, readonly HistoryRow[]>())
  /** Pages of an earlier loading: shown until they have been fetched again. */
  const stale = new Set<number>()
  const problem = shallowRef<FilterProblem>()
  const loaded = ref(false)
  /** The statistics of the filtered runs are shown in place of a run. */
  const showsStatistics = ref(false)
  const application = useApplication()
  const order = computed(() => orderOf(application.settings.historyOrder))
  /** Rows are under their days where the list is in the order of time. */
  const hasDays = computed(() => order.value.by === 'started_at')
  const layout = computed(() => listLayout(groupsOf(days.value, order.value)))
  /** Raised with each loading, so that what belongs to an earlier one is dropped. */
  let generation = 0
  const pending = new Set<number>()
  let loadedFilter = ''
  let loadedOrder = ''

  const rowAt = (index: number): HistoryRow | undefined =>
    pages.get(Math.floor(index / pageSize))?.[index % pageSize]

  /** Fetches the first page and the days again; rows stay in sight until others come. */
  async function load(): Promise<void> {
    const mine = (generation += 1)
    pending.clear()
    const first = await fetchPage(0)
    if (mine !== generation) return
    problem.value = first.problem
    // While a filter is being typed it often cannot be read: the list stays as it was.
    if (first.problem) return
    const found = await call('history.days', { filter: filter.value })
    if (mine !== generation) return
    const sameList = filter.value === loadedFilter && loadedOrder === orderText(order.value)
    if (sameList) for (const page of pages.keys()) stale.add(page)
    else pages.clear()
    loadedFilter = filter.value
    loadedOrder = orderText(order.value)
    keep(0, first.rows)
    days.value = found
    loaded.value = true
  }

  /** Loads again after a change; what changes during a loading leads to one more. */
  const refresh = oneAtATime(load)

  function keep(page: number, rows: readonly HistoryRow[]): void {
    stale.delete(page)
    pages.set(page, rows)
  }

  const fetchPage = (page: number) => {
    const before = stale.has(page - 1) ? undefined : pages.get(page - 1)?.at(-1)
    return call('history.page', {
      filter: filter.value,
      limit: pageSize,
      ...(!isNewestFirst(order.value) && { order: order.value }),
      ...(isNewestFirst(order.value) && before && page > 0
        ? { after: { startedAt: before.startedAt, runId: before.runId } }
        : { skip: page * pageSize }),
    })
  }

  /** Has the pages at hand that these rows are on. */
  async function need(from: number, to: number): Promise<void> {
    const mine = generation
    for (let page = Math.floor(from / pageSize); page <= Math.floor(to / pageSize); page += 1) {
      const known = pages.get(page)
      if (known && !stale.has(page)) {
        // The map is in the order of use.
        pages.delete(page)
        pages.set(page, known)
        continue
      }
      if (pending.has(page)) continue
      pending.add(page)
      const { rows } = await fetchPage(page)
      if (mine !== generation) return
      pending.delete(page)
      keep(page, rows)
      for (const oldest of [...pages.keys()].slice(0, Math.max(0, pages.size - maxPages))) {
        pages.delete(oldest)
        stale.delete(oldest)
      }
    }
  }

  function narrow(by: string): void {
    filter.value = narrowed(filter.value, by)
  }

  async function remove(runIds: readonly string[]): Promise<void> {
    await call('history.delete', { runIds: [...runIds] })
    await load()
  }
  async function restore(runIds: readonly string[]): Promise<void> {
    await call('history.restore', { runIds: [...runIds] })
    await load()
  }
  async function annotate(
    runId: string,
    annotation: { readonly note?: string; readonly pinned?: boolean },
  ): Promise<void> {
    replaceRow(pages, await call('history.annotate', { runId, ...annotation }))
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
    remove,
    restore,
    annotate,
    ...useSavedFilters(),
  }
})
