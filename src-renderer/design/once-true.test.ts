import { expect, it } from 'vitest'
import { nextTick, ref } from 'vue'
import { onceTrue } from './once-true.ts'

it('is true from the first time that the condition holds, and stays so', async () => {
  const isOpen = ref(false)
  const wasOpen = onceTrue(() => isOpen.value)
  expect(wasOpen.value).toBe(false)
  isOpen.value = true
  await nextTick()
  expect(wasOpen.value).toBe(true)
  isOpen.value = false
  await nextTick()
  expect(wasOpen.value).toBe(true)
})

it('is true at once where the condition holds already', () => {
  expect(onceTrue(() => true).value).toBe(true)
})
