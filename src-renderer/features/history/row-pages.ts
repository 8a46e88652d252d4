import { shallowReactive } from 'vue'
import type { HistoryRow } from '#contract/routes/history.ts'

/** Pages that are kept; those out of sight for longest are dropped. */
const maxPages = 12

/** The rows of a list that have been fetched, a page at a time. */
export class RowPages {
  /** In the order of use. */
  readonly #pages = shallowReactive(new Map<number, readonly HistoryRow[]>())
  /** Pages of an earlier loading: shown until they have been fetched again. */
  readonly #stale = new Set<number>()

  /** The rows of a page, whether or not they are still those of the store. */
  rows(page: number): readonly HistoryRow[] | undefined {
    return this.#pages.get(page)
  }

  /** The rows of a page as they are in the store now. */
  freshRows(page: number): readonly HistoryRow[] | undefined {
    return this.#stale.has(page) ? undefined : this.#pages.get(page)
  }

  keep(page: number, rows: readonly HistoryRow[]): void {
    this.#stale.delete(page)
    this.#pages.delete(page)
    this.#pages.set(page, rows)
    for (const oldest of [...this.#pages.keys()].slice(0, -maxPages)) {
      this.#pages.delete(oldest)
      this.#stale.delete(oldest)
    }
  }

  /** Puts changed rows in the places of what they were. */
  replace(changed: readonly HistoryRow[]): void {
    const byRun = new Map(changed.map((row) => [row.runId, row]))
    for (const [page, rows] of this.#pages)
      if (rows.some(({ runId }) => byRun.has(runId)))
        this.#pages.set(
          page,
          rows.map((row) => byRun.get(row.runId) ?? row),
        )
  }

  /** Keeps the rows in sight until they have been fetched again. */
  markStale(): void {
    for (const page of this.#pages.keys()) this.#stale.add(page)
  }

  clear(): void {
    this.#pages.clear()
    this.#stale.clear()
  }
}
