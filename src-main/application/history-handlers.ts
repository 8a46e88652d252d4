import { BridgeError } from '#contract/failure.ts'
import { withVisibleTexts } from '#engine/json/visible-text.ts'
import { compareRuns } from '#engine/compare/compare-runs.ts'
import { compareWithGood } from '#engine/compare/compare-with-good.ts'
import { parseFilter } from '#engine/query/parse-filter.ts'
import type { Application, HandlersOf } from './application.ts'
import { limitsOf, pruneHistory } from './retention.ts'
import type { RunDependencies } from './run-handlers.ts'
import type { Watching } from './watching.ts'

/** The list of earlier runs: paged, filtered, annotated. */
export function historyHandlers({
  isHistoryEmpty,
  presentWatching,
  runs,
  settings,
}: Pick<RunDependencies, 'isHistoryEmpty' | 'runs'> &
  Pick<Application, 'settings'> & {
    readonly presentWatching: () => Promise<Watching> | undefined
  }): HandlersOf<'history'> {
  const tellWatch = async (runIds: readonly string[], isDeleted: boolean): Promise<void> => {
    const watching = await presentWatching()
    watching?.setDeleted(runIds, isDeleted)
  }
  return {
    'history.page': async ({ after, filter, limit, order, skip }) => {
      const parsed = parseFilter(filter, Date.now())
      // While a filter is being typed it often cannot be read: that is no failure.
      if ('error' in parsed) return { rows: [], problem: parsed.error }
      if (isHistoryEmpty()) return { rows: [] }
      const query = {
        filter: parsed.filter,
        limit,
        skip,
        ...(after && { after }),
        ...(order && { order }),
      }
      const rows = await (await runs()).page(query)
      // A note is edited in the window: it is stored and returned unchanged.
      return { rows: rows.map((row) => ({ ...withVisibleTexts(row), note: row.note })) }
    },
    'history.days': async ({ filter }) => {
      const parsed = parseFilter(filter, Date.now())
      if ('error' in parsed || isHistoryEmpty()) return []
      return [...(await (await runs()).days(parsed.filter))]
    },
    'history.statistics': async ({ filter }) => {
      const parsed = parseFilter(filter, Date.now())
      if ('error' in parsed) throw new BridgeError('filter-unreadable', parsed.error.message)
      const statistics = await (await runs()).statistics(parsed.filter)
      const { errors, outcomes, steps } = statistics
      return { ...statistics, errors: [...errors], outcomes: [...outcomes], steps: [...steps] }
    },
    'history.savedFilters': async () =>
      isHistoryEmpty() ? [] : [...(await (await runs()).savedFilters())],
    'history.saveFilters': async ({ filters }) => {
      await (await runs()).saveFilters(filters)
    },
    'history.annotate': async ({ note, pinned, runIds }) => [
      ...(await (await runs()).annotate(runIds, { note, pinned })),
    ],
    'history.compare': async ({ left, right }) => {
      const all = await runs()
      const [a, b] = [await all.open(left), await all.open(right)]
      return {
        left: a.run,
        right: b.run,
        comparison: withVisibleTexts(compareRuns(a.events, b.events)),
      }
    },
    'history.compareWithGood': async ({ good, left, right }) => {
      const all = await runs()
      const [a, b, c] = [await all.open(left), await all.open(right), await all.open(good)]
      return {
        left: a.run,
        right: b.run,
        good: c.run,
        comparison: compareWithGood(a.events, b.events, c.events),
      }
    },
    'history.delete': async ({ runIds }) => {
      await (await runs()).delete(runIds)
      await tellWatch(runIds, true)
    },
    'history.prunable': async (limits) => {
      const { runIds, ...prunable } = await (await runs()).prunable(limits)
      return { ...prunable, runs: runIds.length }
    },
    'history.prune': async () => {
      const limits = limitsOf(settings.value().settings)
      const pruned = [...(await pruneHistory(await runs(), limits))]
      await tellWatch(pruned, true)
      return { runIds: pruned }
    },
    'history.restore': async ({ runIds }) => {
      await (await runs()).restore(runIds)
      await tellWatch(runIds, false)
    },
  }
}
