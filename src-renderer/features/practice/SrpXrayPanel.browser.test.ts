import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import type { Practice } from '#contract/routes/practice.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import SrpXrayPanel from './SrpXrayPanel.vue'

const report = {
  clientId: 'c',
  username: 'alice',
  attempts: 3,
  trying: '',
  remaining: 0,
  state: 'named' as const,
  deviations: [{ id: 'k-three', title: 'k is 3', rule: 'k = SHA-256(N, g)' }],
}

it('says which client deviates, and in what', async () => {
  const xray: Practice['srpXray'] = { on: true, reports: [report] }
  mount(() => h(SrpXrayPanel, { xray }))
  await expect.element(page.getByText('k is 3.')).toBeVisible()
  await expectAccessible()
})

it('can be turned on', async () => {
  const turned: boolean[] = []
  const onTurn = (on: boolean) => turned.push(on)
  mount(() => h(SrpXrayPanel, { xray: { on: false, reports: [] }, onTurn }))
  await page.getByRole('switch').click()
  expect(turned).toEqual([true])
})
