import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleFault } from '../../browser-tests/sample-practice.ts'
import ActiveFaults from './ActiveFaults.vue'

it('names the active faults, and disables all of them with the keyboard', async () => {
  const { calls } = fakeBridge()
  const faults = [
    { ...sampleFault, active: true },
    { ...sampleFault, title: 'Clock' },
  ]
  mount(() => h(ActiveFaults, { faults }))
  const status = page.getByRole('status', { name: 'Active faults' })
  await expect.element(status).toHaveTextContent('Active faults: Slow answers')
  await expectAccessible()
  page.getByRole('button', { name: 'Disable all' }).element().focus()
  await userEvent.keyboard('{Enter}')
  expect(calls.map(({ route }) => route)).toEqual(['practice.turnAllOff'])
})

it('is empty while no fault is active', async () => {
  fakeBridge()
  mount(() => h(ActiveFaults, { faults: [sampleFault] }))
  await expect.element(page.getByRole('status', { name: 'Active faults' })).toBeEmptyDOMElement()
})
