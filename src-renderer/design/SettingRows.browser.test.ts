import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import SettingRows from './SettingRows.vue'

it('has nested members in sight, and unfolds the items of a list with the keyboard', async () => {
  const members = [
    { name: 'Policies', members: [{ name: 'MinimumLength', text: '8' }] },
    {
      name: 'SchemaAttributes',
      items: [{ name: 'email', members: [{ name: 'Mutable', text: 'true' }] }],
    },
    { name: 'CreationDate', text: '29 Nov 2026', raw: '1795953600' },
  ]
  mount(() => h(SettingRows, { members }))
  await expect.element(page.getByText('MinimumLength')).toBeVisible()
  await expect.element(page.getByTitle('1795953600')).toHaveTextContent('29 Nov 2026')
  await expect.element(page.getByText('Mutable')).not.toBeVisible()
  await expectAccessible()
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.element(page.getByText('Mutable')).toBeVisible()
  await expectAccessible()
})
