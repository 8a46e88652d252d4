import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { rowUnderTest } from './rows-under-test.ts'
import SelectionBar from './SelectionBar.vue'

it('offers to compare two runs', async () => {
  const acts: string[] = []
  const rows = [rowUnderTest(), rowUnderTest({ runId: 'two' })]
  mount(() => h(SelectionBar, { rows, onAct: (id: string) => acts.push(id) }))
  await expectAccessible()
  await userEvent.click(page.getByRole('button', { name: 'Compare' }))
  expect(acts).toEqual(['compare'])
})
