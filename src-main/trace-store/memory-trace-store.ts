import type { SavedFilter } from '#contract/routes/history.ts'
import { daysOfRuns } from '#engine/query/days-of-runs.ts'
import { filterColumns } from '#engine/query/filter-columns.ts'
import { matchesFilter, type Filter } from '#engine/query/filter.ts'
import { inOrder } from '#engine/query/run-order.ts'
import { RunCounter } from '#engine/query/run-statistics.ts'
import { historyRowOf } from './history-row.ts'
import { prunableOf } from './retention.ts'
import { refreshTokenOwners } from './refresh-token-owners.ts'
import type { Annotation, StoredRun, TraceStore } from './trace-store.ts'

/** Keeps sign-ins until the application ends, and nowhere else. */
export function memoryTraceStore(): TraceStore {
  const runs = new Map<string, StoredRun>()
  const annotations = new Map<string, Annotation>()
  const deleted = new Set<string>()
  /** Ids of the runs in which a user got a refresh token, by profile and user. */
  const refreshTokens = new Map<string, Set<string>>()
  let filters: readonly SavedFilter[] = []

  const listed = () =>
    [...runs.values()]
      .filter(({ run }) => !deleted.has(run.runId))
      .reverse()
      .sort((a, b) => b.run.startedAt - a.run.startedAt)
  const rowOf = (stored: StoredRun) => historyRowOf(stored, annotations.get(stored.run.runId))
  const matching = (filter: Filter) =>
    listed()
      .map(rowOf)
      .filter((row) => matchesFilter(filter, filterColumns(row)))

  return {
    save: (stored) => {
      runs.set(stored.run.runId, stored)
      for (const owner of refreshTokenOwners(stored)) {
        const key = ownerKey(stored.run.profileId, owner)
        refreshTokens.set(key, (refreshTokens.get(key) ?? new Set()).add(stored.run.runId))
      }
      return Promise.resolve()
    },
    page: ({ after, filter, limit, order, skip = 0 }) => {
      const found = order ? matching(filter).sort(inOrder(order)) : matching(filter)
      const from = after ? found.findIndex(({ runId }) => runId === after.runId) + 1 : 0
      return Promise.resolve(found.slice(from + skip, from + skip + limit))
    },
    count: (filter) => Promise.resolve(matching(filter).length),
    days: (filter) => Promise.resolve(daysOfRuns(matching(filter))),
    statistics: (filter) => {
      const counter = new RunCounter()
      for (const row of matching(filter)) counter.add(row)
      return Promise.resolve(counter.statistics())
    },
    savedFilters: () => Promise.resolve(filters),
    saveFilters: (kept) => {
      filters = kept
      return Promise.resolve()
    },
    idsBeginningWith: (prefix, limit) =>
      Promise.resolve(
        listed()
          .map(({ run }) => run.runId)
          .filter((runId) => runId.startsWith(prefix))
          .slice(0, limit),
      ),
    open: (runId) => Promise.resolve(deleted.has(runId) ? undefined : runs.get(runId)),
    withRefreshToken: (profileId, username) => {
      const [newest] = [...(refreshTokens.get(ownerKey(profileId, username)) ?? [])]
        .filter((runId) => !deleted.has(runId))
        .flatMap((runId) => runs.get(runId) ?? [])
        .reverse()
        .sort((a, b) => b.run.startedAt - a.run.startedAt)
      return Promise.resolve(newest)
    },
    ofUser: (username, limit, except = []) =>
      Promise.resolve(
        listed()
          .filter(({ run }) => run.username.toLowerCase() === username.toLowerCase())
          .slice(0, limit)
          .filter(({ run }) => !except.includes(run.runId)),
      ),
    annotate: (runIds, annotation) => {
      const rows = runIds.flatMap((runId) => {
        const stored = runs.get(runId)
        if (!stored || deleted.has(runId)) return []
        annotations.set(runId, { ...annotations.get(runId), ...withoutAbsent(annotation) })
        return [rowOf(stored)]
      })
      return Promise.resolve(rows)
    },
    delete: (runIds) => {
      for (const runId of runIds) deleted.add(runId)
      return Promise.resolve()
    },
    restore: (runIds) => {
      for (const runId of runIds) deleted.delete(runId)
      return Promise.resolve()
    },
    prunable: (limits) => {
      const unpinned = listed().filter(({ run }) => annotations.get(run.runId)?.pinned !== true)
      return Promise.resolve(prunableOf(unpinned.map(sized), limits, Date.now()))
    },
    close: () => {
      runs.clear()
      refreshTokens.clear()
      return Promise.resolve()
    },
  }
}

// JSON keeps the two texts apart, whatever characters are in them.
const ownerKey = (profileId: string, owner: string) => JSON.stringify([profileId, owner])

const withoutAbsent = ({ note, pinned }: Annotation): Annotation => ({
  ...(note !== undefined && { note }),
  ...(pinned !== undefined && { pinned }),
})

const sized = ({ bytes, events, run }: StoredRun) => ({
  runId: run.runId,
  startedAt: run.startedAt,
  bytes: bytes.reduce(
    (sum, { request, response }) => sum + request.length + (response?.length ?? 0),
    JSON.stringify(events).length,
  ),
})
