import { defineStore } from 'pinia'
import { ref } from 'vue'
import { call, sentenceOf } from '#renderer/bridge/client.ts'
import { showToast } from '#renderer/design/toast.ts'

/** What a menu exports, where it is not the run that is shown. */
export const useExportTarget = defineStore('export target', () => {
  const runIds = ref<readonly string[]>([])
  /** The only call to export. */
  const step = ref<number>()

  function choose(chosen: readonly string[], only?: number): void {
    runIds.value = chosen
    step.value = only
  }

  /** Copies a redacted text, and says so. */
  async function copy(
    chosen: readonly string[],
    format: 'curl' | 'markdown',
    only?: number,
  ): Promise<void> {
    try {
      await call('export.copy', {
        runIds: [...chosen],
        format,
        ...(only !== undefined && { step: only }),
      })
      showToast(format === 'curl' ? 'Copied as curl, redacted.' : 'Copied as issue text, redacted.')
    } catch (error) {
      showToast(sentenceOf(error), { tone: 'bad' })
    }
  }

  /** Copies one call of a run as curl, or opens the dialog with it. */
  function handOut(
    runId: string | undefined,
    only: number,
    how: 'export' | 'copy',
    openDialog: () => void,
  ): void {
    if (runId === undefined) return
    if (how === 'copy') void copy([runId], 'curl', only)
    else {
      choose([runId], only)
      openDialog()
    }
  }

  return { runIds, step, choose, copy, handOut }
})
