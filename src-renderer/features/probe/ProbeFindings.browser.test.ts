import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import ProbeFindings from './ProbeFindings.vue'

it('shows each finding with its verdict and what it was seen in', async () => {
  const finding = {
    id: 'client',
    title: 'The app client exists',
    verdict: 'yes' as const,
    reason: 'It answered.',
  }
  mount(() => h(ProbeFindings, { findings: [finding] }))
  await expect
    .element(page.getByRole('row', { name: 'The app client exists yes It answered.' }))
    .toBeVisible()
  await expectAccessible()
})
