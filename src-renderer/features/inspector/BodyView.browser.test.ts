import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import BodyView from './BodyView.vue'

it('is copied as it is shown, laid out or as it was sent', async () => {
  const { calls } = fakeBridge()
  mount(() => h(BodyView, { body: '{"a":1}', size: 7, label: 'Request body' }))
  await page.getByRole('button', { name: 'Copy' }).click()
  page.getByRole('button', { name: 'As sent' }).element().focus()
  await userEvent.keyboard(' ')
  await page.getByRole('button', { name: 'Copy' }).click()
  expect(calls.map(({ input }) => input)).toEqual([{ text: '{\n  "a": 1\n}' }, { text: '{"a":1}' }])
  await expectAccessible()
})

it('says that a body is empty', async () => {
  fakeBridge()
  mount(() => h(BodyView, { body: '', size: 0, label: 'Response body' }))
  await expect.element(page.getByText('The body is empty.')).toBeVisible()
})
