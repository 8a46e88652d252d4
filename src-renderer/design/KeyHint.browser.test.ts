import { expect, it } from 'vitest'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import KeyHint from './KeyHint.vue'

it('shows the keys', async () => {
  const root = mount(() => h(KeyHint, { keys: 'Ctrl+K' }))
  expect(root.textContent).toBe('Ctrl+K')
  await expectAccessible()
})
