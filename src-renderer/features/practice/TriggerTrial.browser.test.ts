import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import TriggerTrial from './TriggerTrial.vue'

const trial = {
  triggerSource: 'PreSignUp_SignUp',
  event: '{}',
  console: ['checked'],
  durationMs: 5,
}

it('shows the answer and what was printed', async () => {
  mount(() => h(TriggerTrial, { trial: { ...trial, answer: '{"autoConfirmUser":true}' } }))
  const region = page.getByRole('region', { name: 'Trial' })
  await expect.element(region.getByText('checked')).toBeVisible()
  await expect.element(region.getByText('"autoConfirmUser"')).toBeVisible()
  await expectAccessible()
})

it('shows what a caller would get when it fails', async () => {
  mount(() => h(TriggerTrial, { trial: { ...trial, error: 'UserLambdaValidationException' } }))
  await expect.element(page.getByText('UserLambdaValidationException')).toBeVisible()
})
