import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleDevice } from '../../browser-tests/sample-devices.ts'
import DeviceRowView from './DeviceRowView.vue'

it('offers by keyboard what can be done to a device here and in Cognito', async () => {
  const act = vi.fn()
  const row = { key: 'eu-west-1_1', name: 'Laptop', place: 'both', local: sampleDevice } as const
  mount(() => h('ul', h(DeviceRowView, { row, signedIn: true, onAct: act })))
  await expect.element(page.getByText('here and in Cognito')).toBeVisible()
  await expectAccessible()
  page.getByRole('button').element().focus()
  await userEvent.keyboard('{Enter}')
  await page.getByRole('menuitem', { name: 'Do not remember' }).click()
  expect(act).toHaveBeenCalledExactlyOnceWith('do not remember')
})

it('says that Cognito has forgotten a device', async () => {
  const local = { ...sampleDevice, staleSince: 1 }
  const row = { key: 'eu-west-1_1', name: 'Laptop', place: 'unknown', local } as const
  mount(() => h('ul', h(DeviceRowView, { row, signedIn: false })))
  await expect.element(page.getByText('unknown to Cognito (forgotten elsewhere)')).toBeVisible()
})
