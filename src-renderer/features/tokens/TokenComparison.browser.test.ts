import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import TokenComparison from './TokenComparison.vue'

it('shows each claim that differs, and what is new in every token last', async () => {
  const differences = [
    { name: 'iat', kind: 'changed' as const, before: '1', after: '2', expected: true },
    { name: 'email', kind: 'removed' as const, before: '"a"', after: '', expected: false },
  ]
  mount(() => h(TokenComparison, { title: 'Token 1 compared with token 2', differences }))
  const rows = page.getByRole('row')
  await expect.element(rows.nth(1)).toHaveTextContent('email')
  await expect.element(rows.nth(2)).toHaveTextContent('new in every token')
  await expectAccessible()
})
