import { showToast } from '#renderer/design/toast.ts'
import { call, sentenceOf } from './client.ts'

/**
 * Copies a text that is no secret, by the main process.
 * @param copied what is said then
 */
export async function copyText(text: string, copied: string): Promise<void> {
  try {
    await call('text.copy', { text })
    showToast(copied)
  } catch (error) {
    showToast(sentenceOf(error), { tone: 'bad' })
  }
}
