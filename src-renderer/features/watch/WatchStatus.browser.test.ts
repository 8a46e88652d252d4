import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleWatch } from '../../browser-tests/sample-watch.ts'
import WatchStatus from './WatchStatus.vue'

it('says what it has seen, and stops with the keyboard', async () => {
  const { calls } = fakeBridge()
  const watch = { ...sampleWatch, refused: ['A page of https://evil.example may not call.'] }
  mount(() => h(WatchStatus, { watch }))
  await expect.element(page.getByRole('status')).toHaveTextContent('1 sign-in, 2 calls')
  await expect.element(page.getByText(/^A page of https/)).toBeVisible()
  await expectAccessible()
  page.getByRole('button', { name: 'Stop' }).element().focus()
  await userEvent.keyboard('{Enter}')
  expect(calls.map(({ route }) => route)).toEqual(['watch.stop'])
})
