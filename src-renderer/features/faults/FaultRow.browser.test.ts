import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleFault } from '../../browser-tests/sample-practice.ts'
import FaultRow from './FaultRow.vue'

it('is enabled with the settings that were typed', async () => {
  const turnOn = vi.fn()
  mount(() => h('ul', h(FaultRow, { fault: sampleFault, onTurnOn: turnOn })))
  page.getByRole('button', { name: 'Settings of Slow answers' }).element().focus()
  await userEvent.keyboard('{Enter}')
  const delay = page.getByLabelText('Delay (s)')
  await delay.fill('5')
  await userEvent.keyboard('{Enter}')
  expect(turnOn).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ seconds: 5 }))
  await expectAccessible()
})

it('says how often an active fault was hit', async () => {
  const fault = { ...sampleFault, active: true, hits: 3 }
  mount(() => h('ul', h(FaultRow, { fault })))
  await expect.element(page.getByText('hit 3×')).toBeVisible()
})
