import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import type { Practice } from '#contract/routes/practice.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import PracticeOutbox from './PracticeOutbox.vue'

it('copies the code of a message with the keyboard', async () => {
  const { calls } = fakeBridge()
  const message: Practice['outbox'][number] = {
    at: Date.UTC(2026, 0, 31),
    medium: 'SMS',
    to: '+49151',
    username: 'ada',
    text: 'Your code is 123456.',
    code: '123456',
  }
  mount(() => h(PracticeOutbox, { messages: [message] }))
  await expect.element(page.getByText(/text message to \+49151/)).toBeVisible()
  page.getByRole('button', { name: 'Copy the code 123456 of ada' }).element().focus()
  await userEvent.keyboard('{Enter}')
  expect(calls).toEqual([{ route: 'text.copy', input: { text: '123456' } }])
  await expectAccessible()
})

it('says what appears in it while it is empty', async () => {
  fakeBridge()
  mount(() => h(PracticeOutbox, { messages: [] }))
  await expect.element(page.getByText('Nothing sent yet')).toBeVisible()
})
