import type { HistoryRow } from '#contract/routes/history.ts'
import { call } from '#renderer/bridge/client.ts'

/**
 * Drags runs out of the window as one redacted HAR: those that are chosen, where the row is one of
 * them, or the row alone.
 */
export async function dragOut(
  row: HistoryRow | undefined,
  chosen: readonly HistoryRow[],
): Promise<void> {
  if (!row) return
  const rows = chosen.some(({ runId }) => runId === row.runId) ? chosen : [row]
  await call('export.drag', { runIds: rows.map(({ runId }) => runId), format: 'har' })
}
