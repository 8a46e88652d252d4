import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h, nextTick } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import { sampleDevice, sampleDeviceAtCognito } from '../../browser-tests/sample-devices.ts'
import { withSignIn } from '../../browser-tests/with-profile.ts'
import type { DeviceRow } from './device-rows.ts'
import DeviceDetails from './DeviceDetails.vue'

const device: DeviceRow = { key: 'eu-west-1_1', name: 'Laptop', place: 'both', local: sampleDevice }

it('shows what GetDevice answers, and is closed with Escape', async () => {
  fakeBridge({ 'device.getAtCognito': () => ({ device: sampleDeviceAtCognito }) })
  const row = model<DeviceRow | undefined, 'row'>(undefined, 'row')
  const view = withSignIn(() => h(DeviceDetails, row.props()))
  mount(() => h(view))
  row.change(device)
  await nextTick()
  await expect.element(page.getByText('dev:device_remembered_status')).toBeVisible()
  await expectAccessible()
  await userEvent.keyboard('{Escape}')
  expect(row.value).toBeUndefined()
})

it('says why Cognito refused', async () => {
  fakeBridge({ 'device.getAtCognito': () => ({ refused: 'Device does not exist.' }) })
  const row = model<DeviceRow | undefined, 'row'>(undefined, 'row')
  const view = withSignIn(() => h(DeviceDetails, row.props()))
  mount(() => h(view))
  row.change(device)
  await expect.element(page.getByRole('alert')).toHaveTextContent('Device does not exist.')
})
