import type { Ref } from 'vue'
import { listen } from '#renderer/bridge/client.ts'
import { whileShown } from '#renderer/design/while-shown.ts'
import { useHistory } from './history.ts'

/** The list that follows the history while it is shown. */
export interface FollowingList {
  /** Number of the row that the keys are on. */
  readonly focused: Ref<number>
  readonly scroller: Readonly<Ref<HTMLElement | null>>
  readonly focusRow: (index: number) => Promise<void>
  /** Shows what went wrong. */
  readonly tryTo: (act: () => Promise<void>) => Promise<void>
}

/**
 * Reads the list again when runs begin, go on or end. The row that the keys are on stays so, and what
 * is in sight stays in sight, when others come before it.
 */
export function followHistory({ focused, focusRow, scroller, tryTo }: FollowingList): void {
  const history = useHistory()

  async function refresh(): Promise<void> {
    const { height, rows } = history.layout
    const runId = history.rowAt(focused.value)?.runId
    await history.refresh()
    const added = history.layout.rows - rows
    if (added <= 0 || runId === undefined || !scroller.value) return
    const [from, to] = [focused.value, Math.min(focused.value + added, history.layout.rows - 1)]
    await history.need(from, to)
    let index = from
    while (index <= to && history.rowAt(index)?.runId !== runId) index += 1
    if (index === from || index > to) return
    focused.value = index
    if (scroller.value.scrollTop > 0) scroller.value.scrollTop += history.layout.height - height
    if (scroller.value.contains(document.activeElement)) await focusRow(index)
  }

  whileShown(() =>
    listen((event) => {
      if (event.type === 'history.changed') void tryTo(refresh)
    }),
  )
}
