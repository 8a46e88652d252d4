import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { columnsOf } from './columns.ts'
import HistoryRow from './HistoryRow.vue'
import { rowUnderTest } from './rows-under-test.ts'

it('shows user, outcome, first cause, duration, note and pin in 40 pixels', async () => {
  const run = rowUnderTest({ pinned: true, note: 'Look' })
  mount(() => h(HistoryRow, { run, open: true, selected: false }))
  const row = page.getByRole('button', { name: /^ada refused/ })
  await expect.element(row).toHaveTextContent('The password is wrong (AS1201)')
  await expect.element(row).toHaveTextContent('120 ms')
  await expect.element(page.getByRole('img', { name: 'pinned' })).toBeVisible()
  expect(row.element().getBoundingClientRect().height).toBeLessThanOrEqual(40)
  await expectAccessible()
})

it('says the profile once when it has a column of its own', async () => {
  const { cause: _cause, causeTitle: _title, message: _message, ...run } = rowUnderTest({})
  const columns = columnsOf('user cause profile')
  mount(() => h(HistoryRow, { run, columns, open: false, selected: false }))
  const row = page.getByRole('button')
  await expect.element(row).toHaveTextContent(run.flow)
  expect(row.element().textContent.split(run.profileName)).toHaveLength(2)
})
