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
  const button = page.getByRole('button', { name: 'Sign in' })
  await expect.element(button).toHaveAttribute('aria-disabled', 'true')
  await expectAccessible()
  await userEvent.keyboard('{Enter} ')
  expect(pressed).toBe(2)
})

it('keeps the focus while its act goes on, and sends its form no second time', async () => {
  let sent = 0
  const disabled = ref(false)
  mount(() =>
    h(
      'form',
      {
        onSubmit: (event: Event) => {
          event.preventDefault()
          sent += 1
          disabled.value = true
        },
      },
      [
        h('input', { 'aria-label': 'Name' }),
        h(AppButton, { type: 'submit', disabled: disabled.value }, () => 'Save'),
        h(AppButton, () => 'Close'),
      ],
    ),
  )
  const save = page.getByRole('button', { name: 'Save' })
  save.element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(save).toHaveAttribute('aria-disabled', 'true')
  await userEvent.keyboard('{Enter} ')
  page.getByRole('textbox').element().focus()
  await expect.element(save).toBeDisabled()
  await userEvent.keyboard('{Enter}')
  expect(sent).toBe(1)
  disabled.value = false
  await expect.element(save).toBeEnabled()
})
