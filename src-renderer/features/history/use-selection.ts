import { storeToRefs } from 'pinia'
import { computed, ref, type Ref } from 'vue'
import type { HistoryRow } from '#contract/routes/history.ts'
import { showToast } from '#renderer/design/toast.ts'
import { useChosenRuns } from './chosen-runs.ts'
import { useHistory } from './history.ts'

/** Most rows that can be chosen at once: as many as one export takes. */
const maxRange = 10_000
/** Rows from which a range takes long enough to show its progress. */
const shownFrom = 1_000

/** Which rows of the list are chosen, and which one the keys are on. */
export interface Selection {
  readonly focused: Ref<number>
  readonly chosen: Readonly<Ref<readonly HistoryRow[]>>
  readonly has: (runId: string) => boolean
  /** Chooses this row alone, adds or removes it, or goes on from the last one to it. */
  readonly choose: (index: number, how: 'only' | 'toggle' | 'range') => Promise<void>
  readonly chooseAll: () => Promise<void>
  readonly clear: () => void
  /** From here a range would go on. */
  readonly anchor: Ref<number>
}

export function useSelection(): Selection {
  const history = useHistory()
  const chosenRuns = useChosenRuns()
  const { choosing, rows: chosen } = storeToRefs(chosenRuns)
  const focused = ref(0)
  const anchor = ref(0)
  const rows = computed({
    get: () => new Map(chosen.value.map((row) => [row.runId, row])),
    set: (map) => {
      chosen.value = [...map.values()]
    },
  })

  /** A range that is too long ends before `to`. */
  async function chooseBetween(from: number, to: number): Promise<void> {
    const last = Math.max(from - maxRange + 1, Math.min(from + maxRange - 1, to))
    const range = await withProgress(Math.min(from, last), Math.max(from, last))
    if (!range) return
    rows.value = new Map(range.map((one) => [one.runId, one]))
    if (last !== to) showToast(`${maxRange.toLocaleString()} runs at most can be selected at once.`)
  }

  /** @returns undefined when the person cancelled it, or chose something else meanwhile */
  async function withProgress(from: number, to: number) {
    const mine = chosenRuns.begin()
    try {
      return await history.rowsBetween(from, to, (part) => {
        if (!chosenRuns.isNewest(mine)) return false
        if (to - from >= shownFrom) choosing.value = part
        return true
      })
    } finally {
      if (chosenRuns.isNewest(mine)) choosing.value = undefined
    }
  }

  async function choose(index: number, how: 'only' | 'toggle' | 'range'): Promise<void> {
    focused.value = index
    const row = history.rowAt(index)
    if (how === 'range') {
      await chooseBetween(anchor.value, index)
      return
    }
    anchor.value = index
    chosenRuns.cancel()
    if (!row) return
    const isChosen = rows.value.has(row.runId)
    if (how === 'only') rows.value = new Map([[row.runId, row]])
    else if (isChosen) rows.value = new Map([...rows.value].filter(([id]) => id !== row.runId))
    else rows.value = new Map([...rows.value, [row.runId, row]])
  }

  return {
    anchor,
    focused,
    chosen,
    has: (runId) => rows.value.has(runId),
    choose,
    chooseAll: () => chooseBetween(0, Math.max(0, history.layout.rows - 1)),
    clear: () => {
      chosenRuns.cancel()
      rows.value = new Map()
    },
  }
}
