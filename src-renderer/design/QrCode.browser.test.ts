import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import QrCode from './QrCode.vue'

it('is an image with a name', async () => {
  mount(() => h(QrCode, { text: 'otpauth://totp/a', label: 'Code for the authenticator' }))
  await expect
    .element(page.getByRole('img', { name: 'Code for the authenticator' }))
    .toBeInTheDocument()
  await expectAccessible()
})
