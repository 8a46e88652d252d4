import { z } from 'zod'
import type { ComparisonWithGood } from '#engine/compare/compare-with-good.ts'
import { orderedColumns } from '#engine/query/run-order.ts'
import type { RunComparison } from '#engine/compare/compare-runs.ts'
import { route } from '../define.ts'
import { id, nothing } from '../values.ts'
import { runRow } from './runs.ts'

/** Maximum number of runs that one call is about. */
const maxRunsPerCall = 100_000

/** A run as the history lists it: its row, what its trace adds up to, and what a person added. */
export const historyRow = runRow.extend({
  chain: z.array(
    z.object({
      name: z.string(),
      status: z.enum(['running', 'done', 'waiting', 'refused', 'failed', 'cancelled', 'unknown']),
      durationMs: z.number().optional(),
    }),
  ),
  errors: z.array(z.string()),
  clientId: z.string(),
  userPoolId: z.string(),
  serviceMs: z.number(),
  mfa: z.boolean(),
  device: z.boolean(),
  passkey: z.boolean(),
  retry: z.boolean(),
  /** Code and title of the first diagnosed cause. */
  cause: z.string().optional(),
  causeTitle: z.string().optional(),
  note: z.string().optional(),
  pinned: z.boolean().optional(),
})
export type HistoryRow = z.output<typeof historyRow>

/** The run after which a page of the history begins. */
const after = z.object({ startedAt: z.number(), runId: id })
export type HistoryPosition = z.output<typeof after>

/** One local day of the history. */
const historyDay = z.object({
  /** Its first instant. */
  at: z.number(),
  runs: z.number(),
  /** Those that were refused, failed or not sent. */
  failed: z.number(),
})
export type HistoryDay = z.output<typeof historyDay>

/** A filter that a person keeps under a name. */
export const savedFilter = z.object({
  name: z.string().min(1).max(100),
  filter: z.string().max(2000),
})
export type SavedFilter = z.output<typeof savedFilter>

/** What the runs that pass a filter add up to; the engine says what each number means. */
const runStatistics = z.object({
  runs: z.number(),
  unit: z.enum(['hour', 'day', 'week', 'month']),
  outcomes: z.array(
    z.object({ at: z.number(), succeeded: z.number(), failed: z.number(), other: z.number() }),
  ),
  errors: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      runs: z.number(),
      term: z.enum(['code', 'error', 'status']),
    }),
  ),
  steps: z.array(
    z.object({
      name: z.string(),
      calls: z.number(),
      medianMs: z.number(),
      p95Ms: z.number(),
      maxMs: z.number(),
    }),
  ),
})

/** Maximum number of rows of one page. */
export const maxPage = 200

/** Calls about the list of earlier runs. */
export const historyRoutes = {
  /** Runs that pass a filter, in an order. A filter that cannot be read says where and why. */
  'history.page': route({
    input: z.object({
      filter: z.string(),
      after: after.optional(),
      /** How many runs to leave out after that. */
      skip: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(maxPage),
      /** Newest first by default; with another order a page is found by `skip` alone. */
      order: z.object({ by: z.enum(orderedColumns), descending: z.boolean() }).optional(),
    }),
    output: z.object({
      rows: z.array(historyRow),
      problem: z.object({ message: z.string(), start: z.number(), end: z.number() }).optional(),
    }),
  }),
  /** How many runs pass on each day, newest day first; none when the filter cannot be read. */
  'history.days': route({
    input: z.object({ filter: z.string() }),
    output: z.array(historyDay),
  }),
  /** What the runs that pass add up to. A filter that cannot be read is `filter-unreadable`. */
  'history.statistics': route({ input: z.object({ filter: z.string() }), output: runStatistics }),
  'history.savedFilters': route({ input: nothing, output: z.array(savedFilter) }),
  'history.saveFilters': route({
    input: z.object({ filters: z.array(savedFilter).max(100) }),
    output: nothing,
  }),
  /** Those of the runs that are there, as they are now; `run-unknown` when none is. */
  'history.annotate': route({
    input: z.object({
      runIds: z.array(id).min(1).max(maxRunsPerCall),
      note: z.string().max(10_000).optional(),
      pinned: z.boolean().optional(),
    }),
    output: z.array(historyRow),
  }),
  /** Two runs side by side, step by step. */
  'history.compare': route({
    input: z.object({ left: id, right: id }),
    output: z.object({ left: runRow, right: runRow, comparison: z.custom<RunComparison>() }),
  }),
  /** Two runs beside one that is known to be good. */
  'history.compareWithGood': route({
    input: z.object({ left: id, right: id, good: id }),
    output: z.object({
      left: runRow,
      right: runRow,
      good: runRow,
      comparison: z.custom<ComparisonWithGood>(),
    }),
  }),
  /** Hides runs until they are restored; they are deleted for good when the application ends. */
  'history.delete': route({
    input: z.object({ runIds: z.array(id).max(maxRunsPerCall) }),
    output: nothing,
  }),
  /** What these limits leave no room for; 0 is no limit. Nothing is deleted by this. */
  'history.prunable': route({
    input: z.object({
      days: z.number().int().min(0),
      runs: z.number().int().min(0),
      megabytes: z.number().int().min(0),
    }),
    output: z.object({
      runs: z.number(),
      bytes: z.number(),
      /** When the oldest and the newest of them began. */
      from: z.number().optional(),
      to: z.number().optional(),
    }),
  }),
  /** Deletes what the limits of the settings leave no room for. @returns the runs, for undo */
  'history.prune': route({ input: nothing, output: z.object({ runIds: z.array(id) }) }),
  'history.restore': route({
    input: z.object({ runIds: z.array(id).max(maxRunsPerCall) }),
    output: nothing,
  }),
} as const
