import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleRun } from '../../browser-tests/sample-run.ts'
import DeviceNote from './DeviceNote.vue'

it('confirms a new device under the name that was typed', async () => {
  const { calls } = fakeBridge({
    'device.ofRun': () => ({ outstanding: 'confirm', key: 'eu-west-1_1' }),
  })
  mount(() => h(DeviceNote, { run: sampleRun() }))
  await page.getByLabelText('DeviceName').fill('Laptop')
  await expectAccessible()
  page.getByRole('button', { name: 'Confirm the device' }).element().focus()
  await userEvent.keyboard('{Enter}')
  await expect
    .poll(() => calls.find(({ route }) => route === 'device.confirm')?.input)
    .toEqual({ runId: 'run', name: 'Laptop' })
})

it('lets the user choose whether a device is remembered', async () => {
  const { calls } = fakeBridge({
    'device.ofRun': () => ({ outstanding: 'choose', key: 'eu-west-1_1' }),
  })
  mount(() => h(DeviceNote, { run: sampleRun() }))
  await page.getByRole('button', { name: 'Do not remember' }).click()
  await expect
    .poll(() => calls.find(({ route }) => route === 'device.setStatus')?.input)
    .toMatchObject({ status: 'not_remembered' })
})
