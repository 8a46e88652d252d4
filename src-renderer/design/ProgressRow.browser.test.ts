import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import ProgressRow from './ProgressRow.vue'

it('shows how much is done, and cancels', async () => {
  const onCancel = vi.fn()
  mount(() => h(ProgressRow, { label: 'Written so far', part: 0.426, onCancel }))
  const bar = page.getByRole('progressbar', { name: 'Written so far' })
  await expect.element(bar).toHaveAttribute('value', '0.426')
  await expect.element(page.getByText('43%')).toBeVisible()
  await expectAccessible()
  await userEvent.click(page.getByRole('button', { name: 'Cancel' }))
  expect(onCancel).toHaveBeenCalledOnce()
})
