import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { sampleRun } from '../../browser-tests/sample-run.ts'
import RunTimeline from './RunTimeline.vue'

it('is walked through by keyboard, and the step that is reached is selected', async () => {
  fakeBridge()
  const select = vi.fn()
  mount(() => h(RunTimeline, { run: sampleRun(), live: false, onSelect: select }))
  const lines = page.getByRole('button', { name: /^Step \d/ })
  await expect.poll(() => lines.elements()).toHaveLength(3)
  await expectAccessible()
  lines.nth(2).element().focus()
  await userEvent.keyboard('k')
  await expect.element(lines.nth(1)).toHaveFocus()
  expect(select).toHaveBeenCalledOnce()
})

it('shows the same run as a waterfall, in which the selected step is the same', async () => {
  fakeBridge()
  mount(() => h(RunTimeline, { run: sampleRun(), live: false }))
  await userEvent.click(page.getByRole('button', { name: 'Waterfall' }))
  await expect.element(page.getByRole('table', { name: 'Waterfall' })).toBeVisible()
  await expect.element(page.getByRole('button', { name: /^Step \d, / })).not.toBeInTheDocument()
  await userEvent.click(page.getByRole('button', { name: 'Steps', exact: true }))
  await expect.element(page.getByRole('table', { name: 'Waterfall' })).not.toBeInTheDocument()
})

it('offers to start over when a live sign-in came to nothing', async () => {
  fakeBridge()
  const startOver = vi.fn()
  const run = sampleRun()
  const refused = { ...run, timeline: { ...run.timeline, state: 'refused' as const } }
  mount(() => h(RunTimeline, { run: refused, live: true, onStartOver: startOver }))
  await page.getByRole('button', { name: 'Start over' }).click()
  expect(startOver).toHaveBeenCalledOnce()
})
