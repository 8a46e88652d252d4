import { afterEach, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h, ref } from 'vue'
import { expectAccessible, model, mount } from '../browser-tests/mount.ts'
import AppButton from './AppButton.vue'
import SplitPanes from './SplitPanes.vue'

function mountPanes({ view = ref('sign-in') } = {}) {
  const open = model<boolean, 'drawerOpen'>(true, 'drawerOpen')
  mount(() =>
    h(
      SplitPanes,
      { key: view.value, label: 'Inspector', ...open.props() },
      { default: () => h('p', 'Timeline'), side: () => h(AppButton, null, () => 'Step') },
    ),
  )
  return open
}
const handle = () => page.getByRole('separator', { name: 'Width of inspector' })
const side = () => page.getByRole('complementary', { name: 'Inspector' })
const width = () => Math.round(side().element().getBoundingClientRect().width)
/** The largest share that it begins with, here of 1200 px. */
const initial = 504
/** Panes share the room in tenths of a percent. */
const isAbout = (expected: number) => (found: number) => Math.abs(found - expected) < 3

// Test files share one page.
afterEach(() => page.viewport(1280, 800))

it('changes its width with the arrows, as far as there is room for both panes', async () => {
  await page.viewport(1200, 700)
  mountPanes()
  await expect.poll(width).toSatisfy(isAbout(initial))
  handle().element().focus()
  await userEvent.keyboard('{ArrowLeft}')
  await expect.poll(width).toBeGreaterThan(initial + 10)
  await expectAccessible()
  await userEvent.keyboard('{End}')
  await expect.poll(width).toSatisfy(isAbout(264))
  await userEvent.keyboard('{Home}')
  await expect.poll(width).toBeGreaterThan(600)
  const first = page.getByText('Timeline').element().getBoundingClientRect().width
  expect(first).toBeGreaterThan(400)
})

it('shows both panes in a wide window whatever is narrow around it', async () => {
  await page.viewport(1200, 700)
  const open = model<boolean, 'drawerOpen'>(false, 'drawerOpen')
  mount(() =>
    h(
      'div',
      { class: 'narrow' },
      h(
        SplitPanes,
        { label: 'Inspector', ...open.props() },
        { default: () => h('p', 'Timeline'), side: () => h(AppButton, null, () => 'Step') },
      ),
    ),
  )
  await expect.element(side()).toBeVisible()
})

it('keeps its width from view to view, until a double click', async () => {
  await page.viewport(1200, 700)
  const view = ref('sign-in')
  mountPanes({ view })
  await handle().dblClick()
  await expect.poll(width).toSatisfy(isAbout(initial))
  handle().element().focus()
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
  await expect.poll(width).toBeGreaterThan(initial + 10)
  const set = width()
  view.value = 'history'
  await expect.poll(width).toSatisfy(isAbout(set))
  await handle().dblClick()
  await expect.poll(width).toSatisfy(isAbout(initial))
})

it('grows with the window', async () => {
  await page.viewport(1200, 700)
  mountPanes()
  await handle().dblClick()
  await page.viewport(1400, 700)
  await expect.poll(width).toSatisfy(isAbout(588))
})

it('is a drawer without a handle in a narrow window, which Escape closes', async () => {
  await page.viewport(900, 600)
  const open = mountPanes()
  await expect.element(side()).toBeVisible()
  await expect.element(page.getByRole('separator')).not.toBeInTheDocument()
  page.getByRole('button', { name: 'Step' }).element().focus()
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => open.value).toBe(false)
  await expect.element(page.getByRole('button', { name: 'Step' })).not.toBeInTheDocument()
  await expectAccessible()
})
