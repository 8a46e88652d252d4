import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleStep } from '../../browser-tests/sample-run.ts'
import TimingTab from './TimingTab.vue'

it('shows the phases of an attempt, and what is known of the connection', async () => {
  const { attempts } = sampleStep(1)
  const [attempt] = attempts
  if (!attempt) throw new Error('no attempt')
  mount(() => h(TimingTab, { attempt, attempts, computedMs: 0 }))
  await expect.element(page.getByText('198.51.100.5:443')).toBeVisible()
  await expect.element(page.getByText('in sync with this machine (within 1 s)')).toBeVisible()
  await expect.element(page.getByText('118 ms in total')).toBeVisible()
  await expectAccessible()
})
