import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import ContextMenu from './ContextMenu.vue'

it('opens where the pointer is, and tells what was chosen', async () => {
  const chosen: string[] = []
  const items = [
    { id: 'open', label: 'Open', keys: 'Enter' },
    { id: 'delete', label: 'Delete', danger: true, separated: true },
  ]
  mount(() =>
    h(ContextMenu, { items, onChoose: (id: string) => chosen.push(id) }, () =>
      h('div', { style: 'height: 100px' }, 'Rows'),
    ),
  )
  await userEvent.click(page.getByText('Rows'), { button: 'right' })
  await expect.element(page.getByRole('menuitem', { name: 'Delete' })).toBeVisible()
  await expectAccessible('[role=menu]')
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  expect(chosen).toEqual(['delete'])
})
