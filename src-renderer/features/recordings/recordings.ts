import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { ContractEvent } from '#contract/events.ts'
import type { RecordingFrom, RecordingPreview } from '#contract/routes/recordings.ts'
import { call, sentenceOf } from '#renderer/bridge/client.ts'

/** The recording of another program that is being opened; one at a time. */
export const useRecordings = defineStore('recordings', () => {
  const reading = ref(false)
  /** How much was read, from 0 to 1. */
  const progress = ref(0)
  const fault = ref('')
  const preview = ref<RecordingPreview>()
  /** Counts the openings: the result of an earlier one is not shown. */
  let opening = 0

  function apply(event: ContractEvent): void {
    if (event.type === 'recording.progress') progress.value = event.part
  }

  /** Reads a recording. @returns whether there is anything to show */
  async function open(source: RecordingFrom): Promise<boolean> {
    const own = (opening += 1)
    reading.value = true
    progress.value = 0
    fault.value = ''
    preview.value = undefined
    try {
      const answer = await call('recording.open', source)
      if (own !== opening) return false
      preview.value = answer.preview
      return answer.preview !== undefined
    } catch (error) {
      if (own === opening) fault.value = sentenceOf(error)
      return own === opening
    } finally {
      if (own === opening) reading.value = false
    }
  }

  /** Says why something that was pasted or dropped cannot be opened. */
  function refuse(message: string): void {
    opening += 1
    reading.value = false
    preview.value = undefined
    fault.value = message
  }

  /** Keeps sign-ins by their place in the recording. @returns the ids of the runs */
  async function keep(signIns: readonly number[]): Promise<readonly string[]> {
    if (!preview.value) return []
    const { recordingId } = preview.value
    const { runIds } = await call('recording.keep', { recordingId, signIns: [...signIns] })
    preview.value = undefined
    return runIds
  }

  /** Forgets what was read, or ends the reading. */
  async function discard(): Promise<void> {
    opening += 1
    const { value: shown } = preview
    preview.value = undefined
    fault.value = ''
    if (reading.value) await call('recording.cancel')
    reading.value = false
    if (shown) await call('recording.discard', { recordingId: shown.recordingId })
  }

  return { reading, progress, fault, preview, apply, open, refuse, keep, discard }
})
