import { expect, it } from 'vitest'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import NoteBox from './NoteBox.vue'

it.each(['plain', 'ok', 'ask', 'bad'] as const)('is readable in its tone %s', async (tone) => {
  const root = mount(() => h(NoteBox, { tone }, () => 'A note'))
  expect(root.textContent).toBe('A note')
  await expectAccessible()
})
