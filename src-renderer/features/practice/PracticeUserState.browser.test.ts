import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { samplePracticeUser, sampleUserChanges } from '../../browser-tests/sample-practice.ts'
import PracticeUserState from './PracticeUserState.vue'

it('offers the changes that would change something, and makes one with the keyboard', async () => {
  const { calls } = fakeBridge()
  const userPoolId = 'us-east-1_Practice1'
  mount(() =>
    h(PracticeUserState, {
      user: samplePracticeUser,
      userPoolId,
      changes: sampleUserChanges,
      clientNames: { '1practice': 'web-public' },
    }),
  )
  await expect.element(page.getByText('SMS_MFA (preferred), SOFTWARE_TOKEN_MFA')).toBeVisible()
  expect(page.getByRole('button', { name: 'Enable' }).elements()).toEqual([])
  await expectAccessible()
  page.getByRole('button', { name: 'Lock out' }).element().focus()
  await userEvent.keyboard('{Enter}')
  await page.getByRole('button', { name: 'Forget the device Laptop' }).click()
  expect(calls.map(({ input }) => input)).toEqual([
    { userPoolId, username: 'ada', change: 'lock out' },
    { userPoolId, username: 'ada', deviceKey: 'us-east-1_1' },
  ])
})
