import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import AppButton from './AppButton.vue'
import DialogForm from './DialogForm.vue'

it('is submitted by Enter in a field, without leaving the page', async () => {
  let submitted = 0
  mount(() =>
    h(DialogForm, { onSubmit: () => submitted++ }, () => [
      h('input', { 'aria-label': 'Name' }),
      h(AppButton, { type: 'submit' }, () => 'Save'),
    ]),
  )
  await userEvent.keyboard('{Tab}x{Enter}')
  expect(submitted).toBe(1)
  await expectAccessible()
})
