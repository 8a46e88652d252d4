import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../browser-tests/mount.ts'
import TextInput from './TextInput.vue'

it('emits what is typed, and says when it is invalid', async () => {
  const text = model('')
  mount(() => h(TextInput, { label: 'Client ID', invalid: true, ...text.props() }))
  await userEvent.keyboard('{Tab}abc')
  expect(text.value).toBe('abc')
  await expect.element(page.getByRole('textbox', { name: 'Client ID' })).toBeInvalid()
  await expectAccessible()
})

it('emits the text of a number too', async () => {
  const text = model('')
  mount(() => h(TextInput, { label: 'Port', type: 'number', ...text.props() }))
  await userEvent.keyboard('{Tab}9234')
  expect(text.value).toBe('9234')
})
