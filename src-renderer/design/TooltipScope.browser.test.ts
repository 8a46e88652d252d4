import { expect, it } from 'vitest'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import TooltipScope from './TooltipScope.vue'

it('shows its content', async () => {
  const root = mount(() => h(TooltipScope, () => h('p', 'Within')))
  expect(root.textContent).toBe('Within')
  await expectAccessible()
})
