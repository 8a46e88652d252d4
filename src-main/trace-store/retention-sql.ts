import { isDeltaOf } from './stored-deltas.ts'

/** Runs that are neither deleted nor pinned, newest first, with what each takes besides its row's text. */
export const unpinnedRuns = `
  SELECT CAST(run_id AS BLOB) AS run_id, CAST(runs.started_at AS REAL) AS started_at,
    length(events) + length(bytes) + 1024 + ifnull((
      SELECT sum(length(deltas.events) + length(deltas.bytes)) FROM deltas
      WHERE ${isDeltaOf('rows.id')}), 0) AS bytes
  FROM runs JOIN rows USING (id) WHERE deleted = 0 AND pinned = 0
  ORDER BY runs.started_at DESC, runs.id DESC`
