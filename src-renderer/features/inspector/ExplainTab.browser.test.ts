import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleRun, sampleStep } from '../../browser-tests/sample-run.ts'
import ExplainTab from './ExplainTab.vue'

it('says what a call is for, who answered, and which triggers it invokes', async () => {
  mount(() => h(ExplainTab, { step: sampleStep(1), flow: 'USER_PASSWORD_AUTH', earlier: [] }))
  await expect.element(page.getByText('ALLOW_USER_PASSWORD_AUTH')).toBeVisible()
  await expect.element(page.getByText('you', { exact: true })).toBeVisible()
  await expect.element(page.getByRole('list', { name: 'Triggers of this call' })).toBeVisible()
  await expectAccessible()
})

it('shows what Cognito sent with the challenge that was answered', async () => {
  const earlier = sampleRun().timeline.steps.slice(0, 1)
  mount(() => h(ExplainTab, { step: sampleStep(2), flow: 'USER_PASSWORD_AUTH', earlier }))
  await expect.element(page.getByText('CODE_DELIVERY_DESTINATION')).toBeVisible()
})
