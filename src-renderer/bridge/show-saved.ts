import { showToast } from '#renderer/design/toast.ts'
import { call, sentenceOf } from './client.ts'

/** Says that a file was saved, and offers to show it in its folder. */
export function showSaved(text: string, path: string): void {
  const run = () => {
    call('app.showSavedFile', { path }).catch((error: unknown) => {
      showToast(sentenceOf(error), { tone: 'bad' })
    })
  }
  showToast(`${text} ${path}`, { action: { label: 'Show in folder', run } })
}
