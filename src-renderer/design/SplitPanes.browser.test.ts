import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../browser-tests/mount.ts'
import SplitPanes from './SplitPanes.vue'

it('changes its width with the arrows', async () => {
  const open = model<boolean, 'drawerOpen'>(true, 'drawerOpen')
  mount(() =>
    h(
      SplitPanes,
      { label: 'Inspector', ...open.props() },
      { default: () => h('p', 'Timeline'), side: () => h('p', 'Step') },
    ),
  )
  const handle = page.getByRole('separator')
  const before = Number(handle.element().getAttribute('aria-valuenow'))
  handle.element().focus()
  await userEvent.keyboard('{ArrowLeft}')
  await expect.poll(() => Number(handle.element().getAttribute('aria-valuenow'))).not.toBe(before)
  await expectAccessible()
})
