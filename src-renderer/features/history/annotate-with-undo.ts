import type { HistoryRow } from '#contract/routes/history.ts'
import { showUndo } from '#renderer/design/undo.ts'
import { useHistory } from './history.ts'
import { tryTo } from './try-to.ts'

/** Pins or unpins runs, and offers to take that back for those that it changed. */
export async function pinRuns(rows: readonly HistoryRow[], pinned: boolean): Promise<void> {
  const history = useHistory()
  const changed = rows.filter((row) => (row.pinned ?? false) !== pinned)
  if (changed.length === 0) return
  const ids = changed.map(({ runId }) => runId)
  await history.annotate(ids, { pinned })
  const which = ids.length === 1 ? 'Run' : `${ids.length.toLocaleString()} runs`
  showUndo(`${which} ${pinned ? 'pinned' : 'unpinned'}.`, () => {
    void tryTo(() => history.annotate(ids, { pinned: !pinned }))
  })
}

/** Gives a run a note, or takes it away, and offers to take that back. */
export async function noteRun({ note: before = '', runId }: HistoryRow, note: string) {
  const history = useHistory()
  if (note === before) return
  await history.annotate([runId], { note })
  showUndo(note === '' ? 'Note removed.' : 'Note saved.', () => {
    void tryTo(() => history.annotate([runId], { note: before }))
  })
}
