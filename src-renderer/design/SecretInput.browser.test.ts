import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import { withInputs } from '../browser-tests/with-inputs.ts'
import SecretInput from './SecretInput.vue'

const Input = withInputs(SecretInput)

it('hides what is typed until it is asked to show it', async () => {
  const root = mount(() => h(Input, { name: 'PASSWORD', label: 'Password' }))
  await userEvent.keyboard('{Tab}hunter2')
  const input = root.querySelector('input')
  expect(input?.type).toBe('password')
  await expect.element(page.getByRole('button', { name: 'Show typed value' })).toBeVisible()
  await userEvent.keyboard('{Tab} ')
  await expect.poll(() => input?.type).toBe('text')
  await expectAccessible()
})
