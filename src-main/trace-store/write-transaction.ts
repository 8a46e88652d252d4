import type Database from 'libsql'

/**
 * A function that writes in one transaction. It waits for other processes where it begins: a transaction
 * that reads first and writes then would fail in the midst if another process wrote in between.
 */
export function writeTransaction<Args extends readonly unknown[], Result>(
  database: Database.Database,
  write: (...args: Args) => Result,
): (...args: Args) => Result {
  return (...args) => {
    database.exec('BEGIN IMMEDIATE')
    try {
      const result = write(...args)
      database.exec('COMMIT')
      return result
    } catch (error) {
      // On a full disk SQLite has already rolled back, and would report that instead of the disk.
      if (database.inTransaction) database.exec('ROLLBACK')
      throw error
    }
  }
}
