import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import type { PresentedCertificates } from '#contract/routes/certificates.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import CertificateDialog from './CertificateDialog.vue'

const certificate = (subject: string, issuer: string): PresentedCertificates['chain'][number] => ({
  subject,
  issuer,
  names: ['cognito.test'],
  fingerprint: `AA:${subject}`,
  validFrom: 'Nov 1 00:00:00 2026 GMT',
  validTo: 'Nov 1 00:00:00 2027 GMT',
  selfSigned: subject === issuer,
  expired: false,
})
const presented: PresentedCertificates = {
  host: 'cognito.test:443',
  refused: 'It is not signed by an authority that this machine trusts.',
  canBeTrusted: true,
  chain: [certificate('CN=cognito.test', 'CN=CA'), certificate('CN=CA', 'CN=CA')],
}
const show = () => mount(() => h(CertificateDialog, { open: true, runId: 'r1' }))

it('shows the chain and trusts the chosen certificate for the profile, by keyboard', async () => {
  const { calls } = fakeBridge({ 'certificate.read': () => presented })
  show()
  await expect.element(page.getByText('CN=cognito.test', { exact: true }).first()).toBeVisible()
  await expect.element(page.getByText(/Nov 1, 2026.* to Nov 1, 2027/).first()).toBeVisible()
  await expectAccessible()
  const trust = page.getByRole('button', { name: 'Trust for this profile and sign in' })
  trust.element().focus()
  await userEvent.keyboard('{Enter}')
  await expect
    .poll(() => calls)
    .toContainEqual({ route: 'certificate.trust', input: { runId: 'r1', fingerprint: 'AA:CN=CA' } })
})

it('offers no trust where the name or the dates are wrong', async () => {
  fakeBridge({ 'certificate.read': () => ({ ...presented, canBeTrusted: false }) })
  show()
  await expect.element(page.getByText(/Trusting it would not help/)).toBeVisible()
  expect(page.getByRole('button', { name: /Trust for/ }).elements()).toEqual([])
})
