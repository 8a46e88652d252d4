import type { SavedFilter } from '#contract/routes/history.ts'
import type { PreparedStatements } from './prepared-statements.ts'
import { storedJson } from './stored-text.ts'

/** The saved filters, as the state table of the database has them. */
export interface StoredFilters {
  readonly savedFilters: () => readonly SavedFilter[]
  readonly saveFilters: (filters: readonly SavedFilter[]) => void
}

export const storedFilters = ({ one, run }: PreparedStatements): StoredFilters => ({
  savedFilters: () => {
    const kept = one("SELECT CAST(value AS BLOB) AS value FROM state WHERE name = 'filters'") as
      | { value: ArrayBuffer }
      | undefined
    return kept ? (storedJson(kept.value) as SavedFilter[]) : []
  },
  saveFilters: (filters) => {
    run("INSERT OR REPLACE INTO state VALUES ('filters', ?)", JSON.stringify(filters))
  },
})
