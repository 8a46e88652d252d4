import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import FilterBar from './FilterBar.vue'
import { useHistory } from './history.ts'

it('keeps the filter that is set', async () => {
  const { calls } = fakeBridge()
  mount(() => {
    useHistory().filter = 'user:ada'
    return h(FilterBar)
  })
  await expectAccessible()
  await userEvent.click(page.getByRole('button', { name: 'Saved filters' }))
  await userEvent.click(page.getByRole('menuitem', { name: 'Save this filter' }))
  await expect
    .poll(() => calls.at(-1))
    .toEqual({
      route: 'history.saveFilters',
      input: { filters: [{ name: 'user:ada', filter: 'user:ada' }] },
    })
})
