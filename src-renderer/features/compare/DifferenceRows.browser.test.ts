import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import DifferenceRows from './DifferenceRows.vue'

it('shows both sides of a member, and that one is absent', async () => {
  const differences = [
    { area: 'response', member: 'error', left: 'CodeMismatchException', expected: false } as const,
  ]
  mount(() => h(DifferenceRows, { differences, label: 'Differences' }))
  const row = page.getByRole('row', { name: /error/ })
  await expect.element(row).toHaveTextContent(/CodeMismatchException\s*absent/)
  await expectAccessible()
})
