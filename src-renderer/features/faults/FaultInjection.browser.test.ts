import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleFault } from '../../browser-tests/sample-practice.ts'
import FaultInjection from './FaultInjection.vue'

const texts = { title: 'Fault injection', whenOff: 'No faults enabled.', whenOn: 'Some are on.' }

it('says whether a fault is on, and turns one on with the keyboard', async () => {
  const turnOn = vi.fn()
  mount(() => h(FaultInjection, { ...texts, faults: [sampleFault], onTurnOn: turnOn }))
  await expect.element(page.getByText('No faults enabled.')).toBeVisible()
  await expectAccessible()
  page.getByRole('switch', { name: 'Slow answers' }).element().focus()
  await userEvent.keyboard(' ')
  expect(turnOn).toHaveBeenCalledExactlyOnceWith('slow', expect.objectContaining({ seconds: 2 }))
})

it('turns off the fault that is on', async () => {
  const turnOff = vi.fn()
  const faults = [{ ...sampleFault, active: true }]
  mount(() => h(FaultInjection, { ...texts, faults, onTurnOff: turnOff }))
  await expect.element(page.getByText('Some are on.')).toBeVisible()
  await page.getByRole('switch', { name: 'Slow answers' }).click()
  expect(turnOff).toHaveBeenCalledExactlyOnceWith('slow')
})
