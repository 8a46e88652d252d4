import { computed, ref, type ComputedRef, type Ref } from 'vue'
import type { HistoryRow } from '#contract/routes/history.ts'
import { useApplication } from '#renderer/bridge/application.ts'
import { columnsOf, type HistoryColumn } from './columns.ts'

/** The cell of a row that "filter like this" is about. */
export interface CellCursor {
  /** The columns that are shown. */
  readonly columns: ComputedRef<readonly HistoryColumn[]>
  readonly cell: ComputedRef<HistoryColumn | undefined>
  /** What a screen reader says after a move to another cell. */
  readonly announcement: Readonly<Ref<string>>
  readonly move: (by: 1 | -1, row: HistoryRow | undefined) => void
  /** Takes the cell that an element is in, if any. */
  readonly take: (target: EventTarget | null) => void
}

export function useCell(): CellCursor {
  const application = useApplication()
  const columns = computed(() => columnsOf(application.settings.historyColumns))
  const id = ref('user')
  const announcement = ref('')
  const cell = computed(() => columns.value.find((one) => one.id === id.value) ?? columns.value[0])
  return {
    columns,
    cell,
    announcement,
    move: (by, row) => {
      const at = columns.value.findIndex((one) => one.id === cell.value?.id)
      const next = columns.value[at + by]
      if (!next || !row) return
      id.value = next.id
      announcement.value = `${next.title}: ${next.text(row) || 'empty'}`
    },
    take: (target) => {
      const element = target instanceof Element ? target.closest('[data-cell]') : null
      id.value = element?.getAttribute('data-cell') ?? id.value
    },
  }
}
