import { sentenceOf } from '#renderer/bridge/client.ts'
import { showToast } from '#renderer/design/toast.ts'

/** Performs an action on the practice pool; shows what went wrong, and what was done. */
export async function act(work: Promise<void>, done?: string): Promise<void> {
  try {
    await work
    if (done !== undefined) showToast(done)
  } catch (error) {
    showToast(sentenceOf(error), { tone: 'bad' })
  }
}
