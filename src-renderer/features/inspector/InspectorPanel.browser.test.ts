import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleRun } from '../../browser-tests/sample-run.ts'
import InspectorPanel from './InspectorPanel.vue'

it('shows the last attempt of the newest step, and its tabs are walked through by keyboard', async () => {
  fakeBridge()
  mount(() => h(InspectorPanel, { run: sampleRun() }))
  await expect.element(page.getByText('Sent 2 times; shown is')).toBeVisible()
  page.getByRole('tab', { name: 'Explain' }).element().focus()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  await expect.element(page.getByRole('tab', { name: 'Response' })).toHaveFocus()
  await expect.element(page.getByText('200', { exact: true })).toBeVisible()
  await expectAccessible()
})

it('shows why an attempt got no answer', async () => {
  fakeBridge()
  mount(() => h(InspectorPanel, { run: sampleRun() }))
  await page.getByLabelText('Attempt').selectOptions('attempt 3')
  await page.getByRole('tab', { name: 'Response' }).click()
  await expect.element(page.getByText('read ECONNRESET')).toBeVisible()
})

it('says what to do while there is nothing to inspect', async () => {
  fakeBridge()
  mount(() => h(InspectorPanel, { run: undefined }))
  await expect.element(page.getByText('Nothing to inspect yet')).toBeVisible()
})
