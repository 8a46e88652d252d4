import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleStep } from '../../browser-tests/sample-run.ts'
import NotCapturedNote from './NotCapturedNote.vue'

it('says which parts a recording lacks, of those that are asked about', async () => {
  const [first] = sampleStep(1).attempts
  if (!first) throw new Error('no attempt')
  const notCaptured = [
    { part: 'response body', reason: 'The HAR has no bodies.', advice: 'Save it with content.' },
    { part: 'timings', reason: 'The log has no times.' },
  ] as const
  mount(() => h(NotCapturedNote, { attempt: { ...first, notCaptured }, parts: ['response body'] }))
  await expect.element(page.getByText('Not captured: response body.')).toBeVisible()
  await expect.element(page.getByText(/Save it with content/)).toBeVisible()
  expect(page.getByText(/The log has no times/).elements()).toEqual([])
  await expectAccessible()
})
