import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import TokenReport from './TokenReport.vue'

it('has a copy of the token and of its Authorization header requested', async () => {
  const copies: string[] = []
  const report = { use: 'access' as const, summary: '', findings: [], claims: { sub: 'u' } }
  mount(() => h(TokenReport, { report, copyable: true, onCopy: (as: string) => copies.push(as) }))
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await page.getByRole('button', { name: 'Copy as header' }).click()
  expect(copies).toEqual(['value', 'authorization header'])
  await expectAccessible()
})

it('offers no header of a refresh token, which no API takes', async () => {
  mount(() =>
    h(TokenReport, { report: { use: 'refresh', summary: '', findings: [] }, copyable: true }),
  )
  await expect.element(page.getByRole('button', { name: 'Copy', exact: true })).toBeVisible()
  expect(page.getByRole('button').elements()).toHaveLength(1)
})
