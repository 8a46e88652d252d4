import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleProfile, withProfiles } from '../../browser-tests/with-profile.ts'
import FlowBuilder from './FlowBuilder.vue'

it('starts a sign-in with what was typed, secrets apart', async () => {
  const { calls } = fakeBridge({ 'run.start': () => ({ runId: 'run' }) })
  const started = vi.fn()
  const view = withProfiles([sampleProfile], () => h(FlowBuilder, { onStarted: started }))
  mount(() => h(view))
  await expect.element(page.getByText('Password is missing.')).toBeVisible()
  await expectAccessible()
  await page.getByLabelText(/^Password/).fill('Secret-1!')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => started.mock.lastCall).toEqual(['run'])
  expect(calls.find(({ route }) => route === 'run.start')?.input).toMatchObject({
    ...{ flow: 'USER_PASSWORD_AUTH', parameters: { USERNAME: 'ada' } },
    secrets: { PASSWORD: 'Secret-1!' },
  })
})

it('fits its warning into its card, whatever is typed', async () => {
  fakeBridge()
  const profile = { ...sampleProfile, username: 'a'.repeat(298) }
  const view = withProfiles([profile], () => h(FlowBuilder))
  const root = mount(() => h(view))
  root.style.width = '480px'
  await expect.element(page.getByRole('button', { name: /^Sign in/ })).toBeDisabled()
  const card = root.querySelector('.builder')
  expect(card?.scrollWidth).toBeLessThanOrEqual(card?.clientWidth ?? 0)
})
