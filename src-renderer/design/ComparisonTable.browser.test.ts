import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import ComparisonTable from './ComparisonTable.vue'

it('heads its columns, and its rows are found by their own headings', async () => {
  const row = h('tr', [h('th', { scope: 'row' }, 'exp'), h('td', '1'), h('td', '2')])
  mount(() => h(ComparisonTable, { columns: ['Claim', 'Before', 'After'] }, () => h('tbody', row)))
  await expect.element(page.getByRole('columnheader', { name: 'Before' })).toBeVisible()
  await expect.element(page.getByRole('row', { name: 'exp' })).toHaveTextContent('12')
  await expectAccessible()
})
