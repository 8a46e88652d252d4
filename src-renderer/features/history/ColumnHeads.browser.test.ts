import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import ColumnHeads from './ColumnHeads.vue'
import { columnsOf } from './columns.ts'

it('a head puts the list in order by its column, then the other way round', async () => {
  const order = model('started_at desc')
  const columns = columnsOf('time user chain duration')
  mount(() => h(ColumnHeads, { columns, order: order.value, onOrder: order.change }))
  await expect.element(page.getByRole('button', { name: 'Time descending' })).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Chain' })).not.toBeInTheDocument()
  await expectAccessible()
  await userEvent.click(page.getByRole('button', { name: 'User' }))
  expect(order.value).toBe('user')
  await userEvent.click(page.getByRole('button', { name: 'User' }))
  expect(order.value).toBe('user desc')
  await userEvent.click(page.getByRole('button', { name: 'Duration' }))
  expect(order.value).toBe('service_ms desc')
})
