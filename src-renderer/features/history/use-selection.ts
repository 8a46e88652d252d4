import { storeToRefs } from 'pinia'
import { computed, ref, type Ref } from 'vue'
import type { HistoryRow } from '#contract/routes/history.ts'
import { useChosenRuns } from './chosen-runs.ts'
import { useHistory } from './history.ts'

/** Most rows that a range of the pointer or of the keys can choose. */
const maxRange = 1000

/** Which rows of the list are chosen, and which one the keys are on. */
export interface Selection {
  readonly focused: Ref<number>
  readonly chosen: Readonly<Ref<readonly HistoryRow[]>>
  readonly has: (runId: string) => boolean
  /** Chooses this row alone, adds or removes it, or goes on from the last one to it. */
  readonly choose: (index: number, how: 'only' | 'toggle' | 'range') => Promise<void>
  readonly clear: () => void
  /** From here a range would go on. */
  readonly anchor: Ref<number>
}

export function useSelection(): Selection {
  const history = useHistory()
  const { rows: chosen } = storeToRefs(useChosenRuns())
  const focused = ref(0)
  const anchor = ref(0)
  const rows = computed({
    get: () => new Map(chosen.value.map((row) => [row.runId, row])),
    set: (map) => {
      chosen.value = [...map.values()]
    },
  })

  async function choose(index: number, how: 'only' | 'toggle' | 'range'): Promise<void> {
    focused.value = index
    const row = history.rowAt(index)
    if (how === 'range') {
      const [from, to] = [Math.min(anchor.value, index), Math.max(anchor.value, index)]
      const last = Math.min(to, from + maxRange - 1)
      await history.need(from, last)
      const range = Array.from({ length: last - from + 1 }, (_, at) => history.rowAt(from + at))
      rows.value = new Map(range.flatMap((one) => (one ? [[one.runId, one]] : [])))
      return
    }
    anchor.value = index
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
    clear: () => {
      rows.value = new Map()
    },
  }
}
