import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import ComputedValuesTab from './ComputedValuesTab.vue'

it('shows each value with its source, reaches long ones by keyboard, and copies SRP values', async () => {
  const copy = vi.fn()
  const computed = [
    { what: 'SRP_A', name: 'A', value: 'f'.repeat(768), note: 'g^a mod N' },
    { what: 'SRP_A', name: 'user', value: 'ada', note: 'USER_ID_FOR_SRP' },
  ]
  mount(() => h(ComputedValuesTab, { computed, computedMs: 8.5, onCopy: copy }))
  await expect.element(page.getByText('Computed in 8.5 ms, in this order.')).toBeVisible()
  await expectAccessible()
  page.getByRole('button', { name: 'Copy as test vector' }).element().focus()
  await userEvent.keyboard('{Enter}')
  expect(copy).toHaveBeenCalledOnce()
  await userEvent.keyboard('{Tab}')
  await expect.element(page.getByRole('region', { name: 'Value of A' })).toHaveFocus()
})
