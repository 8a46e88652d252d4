import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import { sampleCause } from '../browser-tests/sample-causes.ts'
import CauseEvidence from './CauseEvidence.vue'

it('does not repeat the message of a failure under another name', async () => {
  const message = 'The certificate of pool.test is not signed by an authority.'
  const [place] = sampleCause.evidence
  const tls = {
    ...place!,
    where: 'response',
    member: 'TLS',
    actual: message,
    text: message,
  } as const
  const cause = { ...sampleCause, evidence: [tls, { ...tls, actual: 'other', text: 'other' }] }
  mount(() => h(CauseEvidence, { cause, message }))
  await expect.element(page.getByText('other')).toBeVisible()
  expect(page.getByText(message).elements()).toEqual([])
})

it('shows actual and expected value, and not the message that is already above', async () => {
  const message = 'Incorrect username or password.'
  mount(() => h(CauseEvidence, { cause: sampleCause, message }))
  await expect.element(page.getByText('Sat Jan 32')).toBeVisible()
  await expect.element(page.getByText('Sat Jan 31')).toBeVisible()
  expect(page.getByText(message).elements()).toEqual([])
  await expectAccessible()
})
