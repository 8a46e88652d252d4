import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import FilterBar from './FilterBar.vue'
import { useHistory } from './history.ts'

it('a filter is saved under a name, found by it, and renamed', async () => {
  const { calls } = fakeBridge()
  mount(() => {
    useHistory().filter = 'user:ada'
    return h(FilterBar)
  })
  await expectAccessible()
  const menu = page.getByRole('button', { name: 'Saved filters' })
  const name = page.getByRole('textbox', { name: 'Name' })
  await userEvent.click(menu)
  await userEvent.click(page.getByRole('menuitem', { name: 'Save this filter…' }))
  await expect.element(name).toHaveValue('user:ada')
  await name.fill('Ada’s sign-ins')
  await expectAccessible('[role=dialog]')
  await userEvent.keyboard('{Enter}')
  await expect
    .poll(() => calls.at(-1))
    .toEqual({
      route: 'history.saveFilters',
      input: { filters: [{ name: 'Ada’s sign-ins', filter: 'user:ada' }] },
    })
  await userEvent.click(menu)
  await expect
    .element(page.getByRole('menuitem', { name: 'Ada’s sign-ins' }))
    .toHaveTextContent('user:ada')
  await userEvent.click(page.getByRole('menuitem', { name: 'Rename this saved filter…' }))
  await name.fill('Ada')
  await userEvent.keyboard('{Enter}')
  await expect
    .poll(() => calls.at(-1))
    .toEqual({
      route: 'history.saveFilters',
      input: { filters: [{ name: 'Ada', filter: 'user:ada' }] },
    })
})
