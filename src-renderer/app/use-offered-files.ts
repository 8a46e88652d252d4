import { onBeforeUnmount, onMounted, watch } from 'vue'
import { useApplication } from '#renderer/bridge/application.ts'
import { call, listen, sentenceOf } from '#renderer/bridge/client.ts'
import { showToast } from '#renderer/design/toast.ts'
import { useNavigation } from './navigation.ts'

/**
 * Opens the files that the desktop gave to the application, one after another: the next one waits
 * until the dialog of the one before it is closed.
 */
export function useOfferedFiles(openFile: (path: string) => Promise<void>): void {
  const application = useApplication()
  const navigation = useNavigation()
  const isFree = () =>
    navigation.dialog === 'none' &&
    application.storage !== undefined &&
    application.storage.consent !== 'needed'
  let taking = false

  async function openAll(): Promise<void> {
    if (taking) return
    taking = true
    try {
      while (isFree()) {
        const { path } = await call('app.takeOfferedFile')
        if (path === undefined) return
        await openFile(path)
      }
    } catch (error) {
      showToast(sentenceOf(error), { tone: 'bad' })
    } finally {
      taking = false
    }
  }

  watch(isFree, () => void openAll())
  let stop: () => void
  onMounted(() => {
    stop = listen((event) => {
      if (event.type !== 'file.offered') return
      if (navigation.dialog !== 'none') showToast('The file opens once this dialog is closed.')
      void openAll()
    })
    void openAll()
  })
  onBeforeUnmount(() => {
    stop()
  })
}
