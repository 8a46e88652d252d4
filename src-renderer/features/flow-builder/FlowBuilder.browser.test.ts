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

it('has the switches of the automatic answers that can matter to the flow', async () => {
  fakeBridge()
  const view = withProfiles([{ ...sampleProfile, flow: 'USER_AUTH' }], () => h(FlowBuilder))
  mount(() => h(view))
  const switches = () =>
    page
      .getByRole('switch')
      .elements()
      .map((element) => element.textContent.trim() || element.getAttribute('aria-label'))
  const chooseFlow = async (flow: string) => {
    await page.getByRole('tab', { name: flow, exact: true }).click()
  }
  await expect.poll(switches).toEqual(['SRP', 'TOTP', 'Passkey', 'Device'])
  await page.getByRole('switch', { name: 'SRP' }).click()
  await chooseFlow('USER_PASSWORD_AUTH')
  await expect.poll(switches).toEqual(['TOTP', 'Device'])
  await chooseFlow('USER_AUTH')
  await expect.element(page.getByRole('switch', { name: 'SRP' })).not.toBeChecked()
  await page.getByRole('button', { name: 'More flows' }).click()
  await page.getByRole('menuitem', { name: /^REFRESH_TOKEN_AUTH/ }).click()
  await expect.poll(switches).toEqual([])
  await expect.element(page.getByText('Answer automatically:')).not.toBeInTheDocument()
  await expectAccessible()
})

it('says what the username of a refresh is for, with and without a client secret', async () => {
  fakeBridge()
  const refresh = { ...sampleProfile, flow: 'REFRESH_TOKEN_AUTH' }
  const [withSecret, without] = [true, false].map((hasClientSecret) =>
    withProfiles([{ ...refresh, hasClientSecret }], () => h(FlowBuilder)),
  )
  const first = mount(() => h(withSecret!))
  await expect.poll(() => first.textContent).toContain('Real username')
  const other = mount(() => h(without!))
  await expect.poll(() => other.textContent).toContain('Username')
  expect(other.textContent).not.toContain('Real username')
})
