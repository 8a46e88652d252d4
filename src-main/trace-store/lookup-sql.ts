// What is looked up of a single run or user. A condition `id IN (SELECT …)` would read the ids of all
// runs first, so that a look-up would take as long as the history is.

/** A run that is not deleted, by its id: its row's number, and the row. */
export const shownRun = `
  SELECT id, row FROM rows
  WHERE run_id = ? AND (SELECT deleted FROM runs WHERE runs.id = rows.id) = 0`

/** The newest run that is not deleted in which a user got a refresh token through a profile. */
export const newestRefreshToken = `
  SELECT rows.id, row FROM refresh_tokens JOIN rows ON rows.id = run
  WHERE profile_id = ? AND owner = ? AND (SELECT deleted FROM runs WHERE runs.id = run) = 0
  ORDER BY started_at DESC LIMIT 1`

/** Ids of runs that are not deleted from one text up to another. */
export const runIdsBetween = `
  SELECT run_id FROM rows WHERE run_id >= ? AND run_id < ?
  AND (SELECT deleted FROM runs WHERE runs.id = rows.id) = 0 LIMIT ?`
