import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import AppButton from './AppButton.vue'
import DropMenu from './DropMenu.vue'

it('opens with Enter, moves with the arrows, and emits what was chosen', async () => {
  const chosen: string[] = []
  const items = [
    { id: 'rename', label: 'Rename' },
    { id: 'delete', label: 'Delete', keys: 'Del', danger: true },
  ]
  mount(() =>
    h(DropMenu, { items, onChoose: (id: string) => chosen.push(id) }, () =>
      h(AppButton, () => 'More'),
    ),
  )
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.element(page.getByRole('menuitem', { name: 'Delete' })).toBeVisible()
  // What is behind an open menu is hidden from a screen reader, the focused button with it.
  await expectAccessible('[role=menu]')
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(chosen).toEqual(['delete'])
})
