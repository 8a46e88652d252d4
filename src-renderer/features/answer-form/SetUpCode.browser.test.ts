import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import SetUpCode from './SetUpCode.vue'

it('shows the QR code of the otpauth URI, and its text nowhere', async () => {
  const { calls } = fakeBridge({ 'secret.reveal': () => ({ text: 'otpauth://totp/x?secret=ABC' }) })
  const root = mount(() => h(SetUpCode, { runId: 'run', mark: '‹otpauth uri 1a2b›' }))
  await expect.element(page.getByRole('img', { name: /QR code/ })).toBeVisible()
  expect(calls[0]?.input).toEqual({ runId: 'run', mark: '‹otpauth uri 1a2b›' })
  expect(root.innerHTML).not.toContain('secret=ABC')
  await expectAccessible()
})
