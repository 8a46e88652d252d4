import type { HistoryRow } from '#contract/routes/history.ts'
import { call } from '#renderer/bridge/client.ts'

/**
 * Drags runs out of the window as one redacted HAR: those that are chosen, where the row is one of
 * them, or the row alone. Nothing is dragged where the button was released before the file was
 * written: the drag would go on without it, and hold up the application until the next click.
 */
export async function dragOut(
  row: HistoryRow | undefined,
  chosen: readonly HistoryRow[],
): Promise<void> {
  if (!row) return
  const rows = chosen.some(({ runId }) => runId === row.runId) ? chosen : [row]
  const released = new AbortController()
  const release = () => {
    released.abort()
  }
  for (const type of ['pointerup', 'pointercancel', 'mouseup'])
    window.addEventListener(type, release, { capture: true, signal: released.signal })
  try {
    const runIds = rows.map(({ runId }) => runId)
    const { drag } = await call('export.prepareDrag', { runIds, format: 'har' })
    if (!released.signal.aborted) await call('export.drag', { drag })
  } finally {
    release()
  }
}
