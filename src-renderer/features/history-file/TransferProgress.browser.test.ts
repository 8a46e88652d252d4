import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import TransferProgress from './TransferProgress.vue'

it('shows how much is done, and cancels', async () => {
  const { calls } = fakeBridge()
  mount(() => h(TransferProgress, { label: 'Written so far' }))
  await expect.element(page.getByRole('progressbar', { name: 'Written so far' })).toBeVisible()
  await expectAccessible()
  await userEvent.click(page.getByRole('button', { name: 'Cancel' }))
  expect(calls).toEqual([{ route: 'historyFile.cancel', input: undefined }])
})
