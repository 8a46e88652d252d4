import { ref } from 'vue'
import { sentenceOf } from './client.ts'

/** An act that throws, or gives a refusal as a text; whatever else it gives is no trouble. */
type Act = () => Promise<unknown>

/** What went wrong with an act, in a sentence; nothing where all went well. */
export async function troubleOf(act: Act): Promise<string | undefined> {
  try {
    const given = await act()
    return typeof given === 'string' ? given : undefined
  } catch (error) {
    return sentenceOf(error)
  }
}

/**
 * One act at a time: whether one goes on, and what went wrong with the last one.
 * @param say tells what went wrong as well
 */
export function useAttempt(say?: (trouble: string) => void) {
  const busy = ref(false)
  const trouble = ref('')
  async function attempt(act: Act): Promise<void> {
    if (busy.value) return
    busy.value = true
    trouble.value = ''
    trouble.value = (await troubleOf(act)) ?? ''
    busy.value = false
    if (trouble.value !== '') say?.(trouble.value)
  }
  return { busy, trouble, attempt }
}
