import { sentenceOf } from '#renderer/bridge/client.ts'
import { showToast } from '#renderer/design/toast.ts'

/** Acts, and says what went wrong. */
export async function tryTo(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    showToast(sentenceOf(error), { tone: 'bad' })
  }
}
