import { newestOfUser } from './lookup-sql.ts'
import { contentOf, unpackEvents } from './packed-run.ts'
import type { PreparedStatements } from './prepared-statements.ts'
import { partsOfRun } from './stored-content.ts'
import { isDamagedRun } from './stored-events.ts'
import { historyRowIn, type StoredRow } from './stored-row.ts'
import { storedText } from './stored-text.ts'
import type { PastStoredRun } from './trace-store.ts'

/** A run of a user; `content` is there once it has ended. */
interface PastRow extends StoredRow {
  readonly content: ArrayBuffer | null
}

/** Gives the newest runs of a user, but those that cannot be read. */
export function pastRunsOf(
  { all }: Pick<PreparedStatements, 'all'>,
  dictionary: Buffer,
): (username: string, limit: number, except?: readonly string[]) => readonly PastStoredRun[] {
  function contentOfRow({ content, id }: PastRow) {
    if (content) return contentOf([storedText(content)])
    return unpackEvents(partsOfRun({ all }, id), dictionary)
  }
  return (username, limit, except = []) => {
    const user = username.replaceAll('\0', '').toLowerCase()
    return (all(newestOfUser, user, limit) as PastRow[]).flatMap((row) => {
      try {
        const run = historyRowIn(row)
        return except.includes(run.runId) ? [] : [{ run, ...contentOfRow(row) }]
      } catch (error) {
        if (isDamagedRun(error)) return []
        throw error
      }
    })
  }
}
