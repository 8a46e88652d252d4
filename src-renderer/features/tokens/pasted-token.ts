import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Whether a token on the clipboard waits to be read; its text stays in the main process. */
export const usePastedToken = defineStore('pasted token', () => {
  const waits = ref(false)
  const take = (): void => {
    waits.value = true
  }
  const done = (): void => {
    waits.value = false
  }
  return { waits, take, done }
})
