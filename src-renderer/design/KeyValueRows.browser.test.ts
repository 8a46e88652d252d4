import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../browser-tests/mount.ts'
import KeyValueRows from './KeyValueRows.vue'

it('adds, fills and removes rows by the keyboard', async () => {
  const rows = model<{ key: string; value: string }[]>([])
  mount(() => h(KeyValueRows, { label: 'Metadata', add: 'Add a pair', ...rows.props() }))
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.element(page.getByRole('textbox', { name: 'Metadata: key 1' })).toBeVisible()
  await userEvent.keyboard('{Shift>}{Tab}{Tab}{Tab}{/Shift}a{Tab}b')
  expect(rows.value).toEqual([{ key: 'a', value: 'b' }])
  await expectAccessible()
  await userEvent.keyboard('{Tab}{Enter}')
  expect(rows.value).toEqual([])
})
