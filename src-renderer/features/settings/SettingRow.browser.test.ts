import { expect, it } from 'vitest'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import SettingRow from './SettingRow.vue'

it('shows its control', async () => {
  const root = mount(() => h(SettingRow, () => h('p', 'A control')))
  expect(root.textContent).toContain('A control')
  await expectAccessible()
})
