// What is looked up of a single run or user. A condition `id IN (SELECT …)` would read the ids of all
// runs first, so that a look-up would take as long as the history is. Text comes as bytes: libsql ends the process when a damaged one
// is no UTF-8.

/** A run by its id: its row's number, the row, and whether it is deleted, which every run says. */
export const shownRun = `
  SELECT id, CAST(row AS BLOB) AS row,
    (SELECT deleted FROM runs WHERE runs.id = rows.id) AS deleted
  FROM rows WHERE run_id = ?`

/** The newest run that is not deleted in which a user got a refresh token through a profile. */
export const newestRefreshToken = `
  SELECT rows.id, CAST(row AS BLOB) AS row FROM refresh_tokens JOIN rows ON rows.id = run
  WHERE profile_id = ? AND owner = ? AND (SELECT deleted FROM runs WHERE runs.id = run) = 0
  ORDER BY refresh_tokens.started_at DESC LIMIT 1`

/**
 * The newest runs of a user that are not deleted, with what later sign-ins look at of those that have
 * ended; `runs_by_user` has them in this order.
 */
export const newestOfUser = `
  SELECT runs.id, CAST(row AS BLOB) AS row, CAST(content AS BLOB) AS content
  FROM runs LEFT JOIN rows ON rows.id = runs.id LEFT JOIN past_runs ON past_runs.run = runs.id
  WHERE user = ? AND deleted = 0 ORDER BY runs.started_at DESC LIMIT ?`

/** Ids of runs that are not deleted from one text up to another. */
export const runIdsBetween = `
  SELECT CAST(run_id AS BLOB) AS run_id FROM rows WHERE run_id >= ? AND run_id < ?
  AND (SELECT deleted FROM runs WHERE runs.id = rows.id) = 0 LIMIT ?`
