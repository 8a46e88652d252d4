import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { removeLeftovers } from '#main/private-files/temporary-files.ts'

/**
 * What is for this user alone: documents, databases and logs, with their journals and quarantined
 * copies, which earlier versions called `set-aside`.
 */
const isPrivate = /\.(json|log(\.1)?|db(\.(quarantined|set-aside)-\d+)?(-wal|-shm)?|db\.owner)$/

/**
 * Removes what an application that was killed left half written, and makes files private. Once, at
 * the start: later this application writes here itself.
 */
export function tidyDataFolder(folder: string): void {
  removeLeftovers(folder)
  makePrivate(folder)
}

/** Closes files to other users that a system's defaults had opened to them. */
export function makePrivate(folder: string): void {
  for (const name of namesIn(folder).filter((one) => isPrivate.test(one)))
    try {
      chmodSync(join(folder, name), 0o600)
    } catch {
      // A folder that is read-only is used as it is; what cannot be written is said when it is tried.
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
