import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import MarkedText from './MarkedText.vue'

it('shows a mark within a text as a button', async () => {
  mount(() => h(MarkedText, { text: 'sent ‹session 9f3a› again' }))
  await userEvent.keyboard('{Tab}')
  await expect.element(page.getByRole('button', { name: 'Secret: session 9f3a' })).toHaveFocus()
  await expectAccessible()
})
