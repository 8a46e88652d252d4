import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { BridgeError } from '#contract/failure.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import PoolSettingForm from './PoolSettingForm.vue'

const text =
  'FeatureUnavailableInTierException: The following features need to be disabled for the LITE pricing tier configured: Session Management.'
const props = {
  title: 'Feature plan',
  userPoolId: 'us-east-1_Practice1',
  change: { kind: 'tier', tier: 'LITE' },
} as const

it('shows Cognito’s refusal beside the setting until a change succeeds', async () => {
  let isRefused = true
  const { calls } = fakeBridge({
    'practice.changePool': () => {
      if (isRefused) throw new BridgeError('practice-refused', text)
    },
  })
  mount(() => h(PoolSettingForm, props, () => 'inputs'))
  page.getByRole('button', { name: 'Apply: Feature plan' }).element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('status')).toHaveTextContent(text)
  await expectAccessible()
  isRefused = false
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('status')).toHaveTextContent('Changed.')
  expect(calls).toHaveLength(2)
})
