import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import MarkChip from './MarkChip.vue'

it('is a button with the name of its secret', async () => {
  mount(() => h(MarkChip, { mark: '‹session 9f3a›', length: 1200 }))
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.element(page.getByRole('button', { name: 'Secret: session 9f3a' })).toBeVisible()
  await expectAccessible()
})
