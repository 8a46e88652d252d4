import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import ListMenu from './ListMenu.vue'

it('keeps which columns are shown, and the order, as settings', async () => {
  const { calls } = fakeBridge()
  mount(() => h(ListMenu))
  await userEvent.click(page.getByRole('button', { name: 'Columns and order' }))
  const column = (name: string) => page.getByRole('menuitemcheckbox', { name, exact: true })
  const order = (name: string) => page.getByRole('menuitemradio', { name, exact: true })
  await expect.element(column('Time')).toHaveAttribute('aria-checked', 'true')
  await expect.element(column('Profile')).toHaveAttribute('aria-checked', 'false')
  await expect.element(order('Newest first')).toHaveAttribute('aria-checked', 'true')
  await expectAccessible('[role=menu]')
  // The menu stays open, so that several can be chosen one after the other.
  await userEvent.click(column('Profile'))
  await userEvent.click(column('Wide table'))
  await userEvent.click(order('Slowest first'))
  await expect
    .poll(() => calls.flatMap(({ input, route }) => (route === 'settings.change' ? [input] : [])))
    .toHaveLength(3)
  const [first, second, third] = calls
    .filter(({ route }) => route === 'settings.change')
    .map(({ input }) => JSON.stringify(input))
  expect(first).toContain('cause duration profile')
  expect(second).toContain('"historyTable":true')
  expect(third).toContain('service_ms desc')
})
