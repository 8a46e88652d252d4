import { sentenceOf } from '#renderer/bridge/client.ts'
import { showToast } from '#renderer/design/toast.ts'

/** Does something to the practice pool; what went wrong is said, and what was done, if it is told. */
export async function act(work: Promise<void>, done?: string): Promise<void> {
  try {
    await work
    if (done !== undefined) showToast(done)
  } catch (error) {
    showToast(sentenceOf(error), { tone: 'bad' })
  }
}
