import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import FilterInput from './FilterInput.vue'

it('completes a term with the keyboard, and shows finished terms as chips', async () => {
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

it('words that belong together become one chip', async () => {
  const filter = model('')
  mount(() => h(FilterInput, { problem: undefined, ...filter.props() }))
  await userEvent.keyboard('{Tab}on:yesterday 14:00 after:last 30 minutes ')
  expect(filter.value).toBe('on:yesterday 14:00 after:last 30 minutes')
  await userEvent.click(page.getByRole('button', { name: 'Remove on:yesterday 14:00' }))
  expect(filter.value).toBe('after:last 30 minutes')
  expect(page.getByRole('button', { name: /Remove/ }).elements()).toHaveLength(1)
})

it('calls a word wrong only once nothing can complete it', async () => {
  const filter = model('')
  mount(() => h(FilterInput, { problem: 'takes signed-in, refused', ...filter.props() }))
  const input = page.getByRole('searchbox')
  await input.fill('status:')
  await expect.element(page.getByRole('option').first()).toBeVisible()
  await expect.element(page.getByText('takes signed-in, refused')).not.toBeInTheDocument()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByText('takes signed-in, refused')).toBeVisible()
})
