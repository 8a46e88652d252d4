import { chmodSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Files that are written beside their target and renamed; a kill leaves them. */
const leftOver = /\.json\.tmp-\d{10}[0-9a-f]{6}$|\.[0-9a-f]{8}\.part$/

/** What is for this user alone: documents, databases with what belongs to them, the log. */
const isPrivate = /\.(json|db|db-wal|db-shm|db\.owner|log)$/

/**
 * Takes away what an application that was killed left half written, and closes files to other
 * users that a system's defaults had opened to them. Only while no other instance writes here.
 */
export function tidyDataFolder(folder: string): void {
  for (const name of namesIn(folder)) {
    const path = join(folder, name)
    try {
      if (leftOver.test(name)) rmSync(path)
      else if (isPrivate.test(name)) chmodSync(path, 0o600)
    } catch {
      // A folder that is read-only is used as it is; what cannot be written is said when it is tried.
    }
  }
}

/** Ids of the keys whose databases are in a folder. */
export const databasesIn = (folder: string): readonly string[] =>
  namesIn(folder).flatMap((name) => /^traces-([0-9a-f]+)\.db$/.exec(name)?.[1] ?? [])

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
