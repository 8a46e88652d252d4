import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleRun } from '../../browser-tests/sample-run.ts'
import RunTotals from './RunTotals.vue'

it('says who signed in, by which flow, and what came of it', async () => {
  const { timeline } = sampleRun()
  mount(() => h(RunTotals, { timeline }))
  await expect.element(page.getByText('ana.canary@example.com')).toBeVisible()
  await expect.element(page.getByText('signed in')).toBeVisible()
  await expect.element(page.getByText(/^3 calls · 418 ms service/)).toBeVisible()
  await expectAccessible()
})

it('names no time in the service where none was recorded', async () => {
  mount(() => h(RunTotals, { timeline: { ...sampleRun().timeline, serviceMs: 0, personMs: 0 } }))
  await expect.element(page.getByText(/^3 calls$/)).toBeVisible()
})

it('cuts a long name off, and has all of it in its title', async () => {
  const username = 'a'.repeat(298)
  const root = mount(() => h(RunTotals, { timeline: { ...sampleRun().timeline, username } }))
  await expect.element(page.getByTitle(username)).toBeVisible()
  expect(root.scrollWidth).toBeLessThanOrEqual(root.clientWidth)
})
