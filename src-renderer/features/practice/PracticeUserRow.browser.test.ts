import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { samplePracticeUser } from '../../browser-tests/sample-practice.ts'
import PracticeUserRow from './PracticeUserRow.vue'

const row = { userPoolId: 'us-east-1_Practice1', changes: [], clientNames: {} }

it('unfolds the state of the user with the keyboard', async () => {
  fakeBridge()
  mount(() => h('ul', h(PracticeUserRow, { ...row, user: samplePracticeUser })))
  page.getByRole('button', { name: 'State of ada' }).element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('group', { name: 'State of ada' })).toBeVisible()
  await expectAccessible()
})

it('says what keeps the user from signing in', async () => {
  fakeBridge()
  const { state } = samplePracticeUser
  const lockedUntil = Date.now() + 61_000
  const user = { ...samplePracticeUser, state: { ...state, enabled: false, lockedUntil } }
  mount(() => h('ul', h(PracticeUserRow, { ...row, user })))
  await expect.element(page.getByText('disabled')).toBeVisible()
  await expect.element(page.getByText(/^locked [01]:\d\d$/)).toBeVisible()
})
