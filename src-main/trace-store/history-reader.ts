import type { TraceStore } from './trace-store.ts'
import { openDatabase, type TraceStoreFile } from './open-trace-store.ts'
import { schemaVersion } from './schema.ts'
import { sqliteTraceStore } from './sqlite-trace-store.ts'

/** A history that is looked at by another process than the one that writes it. */
export type HistoryReader = Pick<TraceStore, 'close' | 'open' | 'page'>

/**
 * Opens the database for reading alone, also beside a window that writes into it. A damaged one is
 * left as it is: the window sees to it.
 * @throws Error when it cannot be read, or was written by another version
 */
export function openHistoryForReading(file: TraceStoreFile): HistoryReader {
  const database = openDatabase(file)
  try {
    database.pragma('query_only = ON')
    const [{ user_version: version } = { user_version: 0 }] = database.pragma('user_version') as {
      user_version: number
    }[]
    if (version !== schemaVersion)
      throw new Error(
        'The history was written by another version of Authscope. Open the window once, then try again.',
      )
    const store = sqliteTraceStore(database)
    return {
      page: (query) => Promise.resolve(store.page(query)),
      open: (runId) => Promise.resolve(store.open(runId)),
      // Not the store's own end, which forgets deleted runs and notes that the window ended well.
      close: () => {
        database.close()
        return Promise.resolve()
      },
    }
  } catch (error) {
    database.close()
    throw error
  }
}
