import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import FilterInput from './FilterInput.vue'

it('completes a term by keyboard, and makes chips of what is finished', async () => {
  const filter = model('')
  mount(() => h(FilterInput, { problem: undefined, ...filter.props() }))
  await userEvent.keyboard('{Tab}sta')
  await expect.element(page.getByRole('option', { name: /status:/ })).toBeVisible()
  await expectAccessible()
  await userEvent.keyboard('{ArrowDown}{Enter}refused not pinned ')
  expect(filter.value).toBe('status:refused not pinned')
  await expect.element(page.getByRole('button', { name: 'Remove pinned' })).toBeVisible()
  await expectAccessible()
  await userEvent.keyboard('{Backspace}')
  expect(filter.value).toBe('status:refused not pinned')
  await userEvent.click(page.getByRole('button', { name: 'Remove status:refused' }))
  expect(filter.value).toBe('not pinned')
})
