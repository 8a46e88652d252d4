import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleDevice, sampleDeviceAtCognito } from '../../browser-tests/sample-devices.ts'
import { sampleProfile, withProfiles, withSignIn } from '../../browser-tests/with-profile.ts'
import DevicePanel from './DevicePanel.vue'

it('compares the devices that are stored here with those at Cognito', async () => {
  fakeBridge({
    'device.list': () => [sampleDevice],
    'device.listAtCognito': () => ({ devices: [sampleDeviceAtCognito] }),
  })
  const view = withSignIn(() => h(DevicePanel))
  mount(() => h(view))
  await expect.element(page.getByText('Laptop')).toBeVisible()
  page.getByRole('button', { name: 'Compare with Cognito' }).element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('Laptop')).toBeVisible()
  await expectAccessible()
})

it('leads to the sign-in while no device is stored', async () => {
  fakeBridge()
  const signIn = vi.fn()
  const view = withProfiles([sampleProfile], () => h(DevicePanel, { onSignIn: signIn }))
  mount(() => h(view))
  await page.getByRole('button', { name: 'Go to the sign-in' }).click()
  expect(signIn).toHaveBeenCalledOnce()
})
