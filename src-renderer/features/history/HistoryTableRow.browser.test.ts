import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { columnsOf } from './columns.ts'
import HistoryTableRow from './HistoryTableRow.vue'
import { rowUnderTest } from './rows-under-test.ts'

it('has a cell for each column that is shown, in 40 pixels', async () => {
  const run = rowUnderTest({ note: 'Look', pinned: true })
  const columns = columnsOf('user outcome chain profile note')
  mount(() => h(HistoryTableRow, { run, columns, cell: 'user', open: false, selected: true }))
  const row = page.getByRole('button', { name: /^ada .*refused.*Staging.*Look.*selected/s })
  await expect.element(row).toBeVisible()
  expect(row.element().getBoundingClientRect().height).toBeLessThanOrEqual(40)
  await expect.element(page.getByText('The password is wrong')).not.toBeInTheDocument()
  await expectAccessible()
})

it('has the marks of a pin and of a note beside the username, whatever other columns there are', async () => {
  const run = rowUnderTest({ note: 'Look', pinned: true })
  const columns = columnsOf('user time')
  mount(() => h(HistoryTableRow, { run, columns, cell: undefined, open: false, selected: false }))
  await expect.element(page.getByRole('img', { name: 'pinned' })).toBeVisible()
  await expect.element(page.getByRole('img', { name: 'has a note' })).toBeVisible()
})
