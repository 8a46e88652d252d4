import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { samplePracticeClient } from '../../browser-tests/sample-practice.ts'
import PracticeClientRow from './PracticeClientRow.vue'

it('unfolds its flags with the keyboard, and takes one away', async () => {
  const { calls } = fakeBridge()
  mount(() => h('ul', h(PracticeClientRow, { client: samplePracticeClient })))
  page.getByRole('button', { name: 'Flags of web-public' }).element().focus()
  await userEvent.keyboard('{Enter}{Tab}')
  await expect.element(page.getByRole('checkbox', { name: 'ALLOW_USER_SRP_AUTH' })).toHaveFocus()
  await expect.element(page.getByText(/rotates refresh tokens/)).toBeVisible()
  await expectAccessible()
  await userEvent.keyboard(' ')
  expect(calls.map(({ input }) => input)).toEqual([
    { clientId: '1practice', flags: { ALLOW_USER_SRP_AUTH: false } },
  ])
})
