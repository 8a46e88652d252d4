import type { PreparedStatements } from './prepared-statements.ts'
import { storedJson } from './stored-text.ts'

/** A damaged database that was quarantined, and how far its runs were put back. */
export interface Salvage {
  readonly path: string
  /** The number of the row that is looked up next. */
  readonly next: number
  /** How many runs were put back. */
  readonly recovered: number
}

/** The salvage in progress, as stored in the state of the database. */
export interface StoredSalvage {
  readonly salvage: () => Salvage | undefined
  readonly setSalvage: (salvage: Salvage | undefined) => void
}

export const storedSalvage = ({ one, run }: PreparedStatements): StoredSalvage => ({
  salvage: () => {
    const kept = one("SELECT CAST(value AS BLOB) AS value FROM state WHERE name = 'salvage'") as
      | { value: ArrayBuffer }
      | undefined
    return kept && (storedJson(kept.value) as Salvage)
  },
  setSalvage: (salvage) => {
    if (salvage) run("INSERT OR REPLACE INTO state VALUES ('salvage', ?)", JSON.stringify(salvage))
    else run("DELETE FROM state WHERE name = 'salvage'")
  },
})
