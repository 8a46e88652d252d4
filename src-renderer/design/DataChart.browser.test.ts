import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import DataChart from './DataChart.vue'

const data = {
  heading: 'Error',
  labels: ['AS1201', 'AS1101'],
  columns: [
    { name: 'Runs', cells: ['1,200', '3'], drawn: { values: [1200, 3], tone: 'bad' as const } },
    { name: 'Cause', cells: ['The password is wrong', 'No such user'] },
  ],
}

it('has every number in a table that is read and used by keys', async () => {
  const chosen: number[] = []
  mount(() =>
    h(DataChart, {
      title: 'Errors',
      data,
      kind: 'bars',
      choosing: 'Filter by this',
      onChoose: (index) => chosen.push(index),
    }),
  )
  const row = page.getByRole('row', { name: /^AS1201/ })
  await expect.element(row).toHaveTextContent('1,200')
  await expect.element(row).toHaveTextContent('The password is wrong')
  page.getByRole('button', { name: 'AS1101' }).element().focus()
  await userEvent.keyboard('{Enter}')
  expect(chosen).toEqual([1])
  await expectAccessible()
})

it('keeps the table of a long series out of sight until it is asked for', async () => {
  mount(() => h(DataChart, { title: 'Outcomes', data, kind: 'columns', folded: true }))
  await expect.element(page.getByRole('cell', { name: '1,200' })).not.toBeInTheDocument()
  await userEvent.click(page.getByText('As a table'))
  await expect.element(page.getByRole('cell', { name: '1,200' })).toBeVisible()
})
