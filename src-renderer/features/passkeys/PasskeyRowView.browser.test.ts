import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { samplePasskey } from '../../browser-tests/sample-passkeys.ts'
import type { PasskeyRow } from './passkey-rows.ts'
import PasskeyRowView from './PasskeyRowView.vue'

it('says what its authenticator can do, and offers by keyboard what can be done to it', async () => {
  const act = vi.fn()
  const row: PasskeyRow = {
    credentialId: 'Y3JlZA',
    name: 'Key',
    rpId: 'example.com',
    place: 'both',
    local: samplePasskey,
  }
  mount(() => h('ul', h(PasskeyRowView, { row, signedIn: true, onAct: act })))
  await expect.element(page.getByText('verifies the user')).toBeVisible()
  await expect.element(page.getByText('counter 3')).toBeVisible()
  await expectAccessible()
  page.getByRole('button').element().focus()
  await userEvent.keyboard('{Enter}')
  await page.getByRole('menuitem', { name: 'Export…' }).click()
  expect(act).toHaveBeenCalledExactlyOnceWith('export')
})
