import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { samplePasskey } from '../../browser-tests/sample-passkeys.ts'
import { sampleProfile, withProfiles, withSignIn } from '../../browser-tests/with-profile.ts'
import PasskeyPanel from './PasskeyPanel.vue'

const choice = { use: '', verification: 'given', oldCounter: false } as const

it('lists the passkeys, and begins to register another with the keyboard', async () => {
  fakeBridge({ 'passkey.list': () => ({ passkeys: [samplePasskey], choice }) })
  const view = withSignIn(() => h(PasskeyPanel))
  mount(() => h(view))
  await expect.element(page.getByText('resident key', { exact: true })).toBeVisible()
  await expectAccessible()
  page.getByRole('button', { name: 'Register a passkey…' }).first().element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('dialog', { name: 'Register a passkey' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
})

it('leads to the sign-in that registering needs', async () => {
  fakeBridge()
  const signIn = vi.fn()
  const view = withProfiles([sampleProfile], () => h(PasskeyPanel, { onSignIn: signIn }))
  mount(() => h(view))
  await page.getByRole('button', { name: 'Go to the sign-in' }).click()
  expect(signIn).toHaveBeenCalledOnce()
})
