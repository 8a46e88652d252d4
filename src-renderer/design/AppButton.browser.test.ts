import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h, ref } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import AppButton from './AppButton.vue'

it('is pressed by Enter and by the space bar, and not while it is disabled', async () => {
  let pressed = 0
  const disabled = ref(false)
  mount(() =>
    h(
      AppButton,
      { kind: 'primary', keys: 'Ctrl ⏎', disabled: disabled.value, onClick: () => pressed++ },
      () => 'Sign in',
    ),
  )
  await userEvent.keyboard('{Tab}{Enter} ')
  expect(pressed).toBe(2)
  await expectAccessible()
  disabled.value = true
  await expect.element(page.getByRole('button', { name: 'Sign in' })).toBeDisabled()
})
