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
    flow: 'USER_PASSWORD_AUTH',
    parameters: { USERNAME: 'ada' },
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

it('folds to one line when its run starts, and unfolds to change it', async () => {
  fakeBridge({ 'run.start': () => ({ runId: 'run' }) })
  const view = withProfiles([sampleProfile], () => h(FlowBuilder))
  mount(() => h(view))
  await page.getByLabelText(/^Password/).fill('Secret-1!')
  await userEvent.keyboard('{Enter}')
  const edit = page.getByRole('button', { name: 'Edit the request' })
  await expect.element(edit).toHaveFocus()
  expect(page.getByRole('textbox', { name: /^Username/ }).elements()).toHaveLength(0)
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('textbox', { name: /^Username/ })).toHaveFocus()
})

it('opens its other inputs in a sheet, and counts those that are set', async () => {
  fakeBridge()
  const view = withProfiles([sampleProfile], () => h(FlowBuilder))
  mount(() => h(view))
  await page.getByRole('button', { name: 'More inputs' }).click()
  const sheet = page.getByRole('dialog', { name: 'More inputs' })
  await sheet.getByLabelText(/^IP address/).fill('192.0.2.1')
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('button', { name: 'More inputs: 1' })).toBeVisible()
})
