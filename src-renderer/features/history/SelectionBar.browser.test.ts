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

it.each([3, 10_000])('has %i selected runs on one line of a narrow list', async (many) => {
  let cleared = false
  const rows = Array.from({ length: many }, (_, index) => rowUnderTest({ runId: String(index) }))
  const onClear = () => (cleared = true)
  mount(() => h('div', { style: 'width: 300px' }, h(SelectionBar, { rows, onClear })))
  await expect.element(page.getByText(`${many.toLocaleString()} selected`)).toBeVisible()
  const centres = [...document.querySelectorAll('[role=toolbar] > *')].map((element) => {
    const { bottom, top } = element.getBoundingClientRect()
    return Math.round((top + bottom) / 2)
  })
  expect(centres.length).toBeGreaterThan(3)
  expect(Math.max(...centres) - Math.min(...centres)).toBeLessThan(3)
  await page.getByRole('button', { name: 'Clear the selection' }).click()
  expect(cleared).toBe(true)
})
