import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import JsonView from './JsonView.vue'

it('shows the text under its name, read-only', async () => {
  mount(() => h(JsonView, { text: '{ "a": 1 }', label: 'Request' }))
  const view = page.getByRole('textbox', { name: 'Request' })
  await expect.element(view).toHaveTextContent('"a": 1')
  await userEvent.click(view)
  await userEvent.keyboard('b')
  await expect.element(view).toHaveTextContent('{ "a": 1 }')
  await expectAccessible()
})
