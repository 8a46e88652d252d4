import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h, ref } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { samplePracticePool } from '../../browser-tests/sample-practice.ts'
import PoolSettings from './PoolSettings.vue'

const { userPoolId } = samplePracticePool
const show = () => mount(() => h(PoolSettings, { pool: samplePracticePool }))

it('changes tier, sessions and replica with the keyboard', async () => {
  const { calls } = fakeBridge()
  show()
  await expectAccessible()
  await page.getByLabelText('Tier').selectOptions('Plus')
  page.getByLabelText('Tier').element().focus()
  await userEvent.keyboard('{Tab}{Enter}')
  page.getByLabelText('Sessions per user').element().focus()
  await userEvent.keyboard('{ControlOrMeta>}a{/ControlOrMeta}5{Enter}')
  await page.getByLabelText('Region', { exact: true }).selectOptions('eu-west-1')
  page.getByLabelText('Region', { exact: true }).element().focus()
  await userEvent.keyboard('{Tab} {Tab}{Enter}')
  await expect
    .poll(() => calls.map(({ input }) => input))
    .toEqual([
      { userPoolId, change: { kind: 'tier', tier: 'PLUS' } },
      { userPoolId, change: { kind: 'sessions', isTracked: true, maxPerUser: 5 } },
      { userPoolId, change: { kind: 'replica', region: 'eu-west-1', isActive: false } },
    ])
})

it('offers no replica in the pool’s own region', async () => {
  fakeBridge()
  show()
  await expect.element(page.getByLabelText('Region', { exact: true })).toBeVisible()
  const regions = page.getByLabelText('Region', { exact: true }).getByRole('option').elements()
  const names = regions.map((option) => option.textContent)
  expect(names).toContain('eu-west-1')
  expect(names).not.toContain('us-east-1')
})

it('keeps what is typed while calls come in, and shows a change from elsewhere', async () => {
  fakeBridge()
  const pool = ref(samplePracticePool)
  mount(() => h(PoolSettings, { pool: pool.value }))
  const limit = page.getByLabelText('Sessions per user')
  await limit.fill('7')
  pool.value = { ...samplePracticePool, sessions: { ...samplePracticePool.sessions } }
  await expect.element(limit).toHaveValue(7)
  pool.value = { ...samplePracticePool, sessions: { isTracked: false, maxPerUser: 9 } }
  await expect.element(limit).toHaveValue(9)
  await expect.element(page.getByLabelText('Track user sessions')).not.toBeChecked()
})
