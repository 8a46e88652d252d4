import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { mount } from '../../browser-tests/mount.ts'
import ListMenu from './ListMenu.vue'

it('keeps which columns are shown, and the order, as settings', async () => {
  const { calls } = fakeBridge()
  mount(() => h(ListMenu))
  const choose = async (name: string) => {
    await userEvent.click(page.getByRole('button', { name: 'Columns and order' }))
    await userEvent.click(page.getByRole('menuitem', { name, exact: true }))
  }
  await choose('Show Profile')
  await choose('Order: Slowest first')
  await choose('Show as a wide table')
  await expect
    .poll(() => calls.flatMap(({ input, route }) => (route === 'settings.change' ? [input] : [])))
    .toHaveLength(3)
  const [first, second, third] = calls
    .filter(({ route }) => route === 'settings.change')
    .map(({ input }) => JSON.stringify(input))
  expect(first).toContain('cause duration profile')
  expect(second).toContain('service_ms desc')
  expect(third).toContain('"historyTable":true')
})
