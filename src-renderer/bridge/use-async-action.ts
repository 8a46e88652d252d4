import { ref } from 'vue'
import { sentenceOf } from './client.ts'

/** An act that throws, or gives a refusal as a text; whatever else it gives is no fault. */
type Act = () => Promise<unknown>

/** What went wrong with an act, in a sentence; nothing where all went well. */
export async function errorMessageOf(act: Act): Promise<string | undefined> {
  try {
    const inputs = await act()
    return typeof inputs === 'string' ? inputs : undefined
  } catch (error) {
    return sentenceOf(error)
  }
}

/**
 * One act at a time: whether one goes on, and what went wrong with the last one.
 * @param say tells what went wrong as well
 */
export function useAsyncAction(say?: (fault: string) => void) {
  const busy = ref(false)
  const fault = ref('')
  async function attempt(act: Act): Promise<void> {
    if (busy.value) return
    busy.value = true
    fault.value = ''
    fault.value = (await errorMessageOf(act)) ?? ''
    busy.value = false
    if (fault.value !== '') say?.(fault.value)
  }
  return { busy, fault, attempt }
}
