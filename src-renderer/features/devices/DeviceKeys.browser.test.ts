import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import { sampleDevice } from '../../browser-tests/sample-devices.ts'
import type { DeviceRow } from './device-rows.ts'
import DeviceKeys from './DeviceKeys.vue'

it('shows secret values once it is asked to, and hides them when the window loses the focus', async () => {
  fakeBridge({ 'device.reveal': () => ({ groupKey: '-Group', password: 'random-password' }) })
  const row = model<DeviceRow | undefined, 'row'>(
    { key: 'eu-west-1_1', name: 'Laptop', place: 'both', local: sampleDevice },
    'row',
  )
  mount(() => h(DeviceKeys, row.props()))
  const password = page.getByText('random-password')
  expect(password.elements()).toEqual([])
  const show = page.getByRole('button', { name: 'Show secret values' })
  await expect.element(show).toBeVisible()
  show.element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(password).toBeVisible()
  await expectAccessible()
  window.dispatchEvent(new Event('blur'))
  await expect.poll(() => password.elements()).toEqual([])
})
