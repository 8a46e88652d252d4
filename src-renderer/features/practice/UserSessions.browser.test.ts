import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { samplePracticeUser } from '../../browser-tests/sample-practice.ts'
import UserSessions from './UserSessions.vue'

it('lists the newest sessions with their app client, and ends one with the keyboard', async () => {
  const { calls } = fakeBridge()
  const userPoolId = 'us-east-1_Practice1'
  const user = { ...samplePracticeUser, state: { ...samplePracticeUser.state, signIns: 3 } }
  const clientNames = { '1practice': 'web-public' }
  mount(() => h(UserSessions, { user, userPoolId, clientNames }))
  await expect.element(page.getByText(/^web-public, signed in/)).toBeVisible()
  await expect.element(page.getByText('and 2 older ones')).toBeVisible()
  await expectAccessible()
  page.getByRole('button', { name: 'End the session tkn1' }).element().focus()
  await userEvent.keyboard('{Enter}')
  expect(calls).toEqual([
    { route: 'practice.endSession', input: { userPoolId, username: 'ada', sessionId: 'tkn1' } },
  ])
})
