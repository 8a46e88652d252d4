import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import PracticeTriggers from './PracticeTriggers.vue'

const trigger = {
  name: 'PreAuthentication',
  purpose: 'Runs before a sign-in.',
  template: 'exports.handler = async (event) => event',
}

it('takes the example, tries it and saves it', async () => {
  const { calls } = fakeBridge({
    'trigger.list': () => [trigger],
    'trigger.try': () => ({
      triggerSource: 'PreAuthentication_Authentication',
      event: '{}',
      answer: '{}',
      console: ['hello'],
      durationMs: 4,
    }),
  })
  mount(() =>
    h(PracticeTriggers, { userPoolId: 'us-east-1_Practice1', first: 'PreAuthentication' }),
  )
  await expect.element(page.getByText('Runs before a sign-in.')).toBeVisible()
  await page.getByRole('button', { name: 'Use the example' }).click()
  await expect.element(page.getByText(/Not saved\. The pool/)).toBeVisible()
  await page.getByRole('button', { name: 'Try it' }).click()
  await expect.element(page.getByText('hello')).toBeVisible()
  await expectAccessible()
  page.getByRole('button', { name: 'Save' }).element().focus()
  await userEvent.keyboard('{Enter}')
  await expect
    .poll(() => calls.find(({ route }) => route === 'trigger.set')?.input)
    .toMatchObject({ name: 'PreAuthentication', source: trigger.template })
})
