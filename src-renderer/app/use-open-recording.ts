import { watch } from 'vue'
import type { RecordingFrom } from '#contract/routes/recordings.ts'
import { showToast } from '#renderer/design/toast.ts'
import { useRecordings } from '#renderer/features/recordings/recordings.ts'
import { useNavigation } from './navigation.ts'

/**
 * Gives the function that opens a recording, and shows its dialog once there is something in it. Of a
 * recording that the history has already it shows the run.
 */
export function useOpenRecording(
  showKept: (runIds: readonly string[]) => Promise<void>,
): (source: RecordingFrom) => Promise<void> {
  const navigation = useNavigation()
  const recordings = useRecordings()
  // The system’s own dialog is first; ours comes with the first bytes, or with what was found.
  watch(
    () => recordings.progress,
    (progress) => {
      if (recordings.reading && progress > 0 && navigation.dialog === 'none')
        navigation.dialog = 'recording'
    },
  )
  return async (source) => {
    if (source.from !== 'dialog') navigation.dialog = 'recording'
    const shown = await recordings.open(source)
    const { preview } = recordings
    const kept = preview?.signIns.flatMap(({ keptAs }) => keptAs ?? []) ?? []
    if (shown && preview && kept.length === preview.signIns.length) {
      await recordings.discard()
      navigation.dialog = 'none'
      showToast(`${preview.file || 'This recording'} is already in the history.`)
      await showKept(kept)
    } else if (shown) navigation.dialog = 'recording'
    else if (navigation.dialog === 'recording' && !recordings.reading) navigation.dialog = 'none'
  }
}
