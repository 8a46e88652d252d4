import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import type { NextMove } from '#engine/diagnosis/rule.ts'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import { excludedCause, sampleCause } from '../browser-tests/sample-causes.ts'
import DiagnosisBox from './DiagnosisBox.vue'

const message = 'Incorrect username or password.'

it('shows the first cause, acts on it, and unfolds what the trace excludes', async () => {
  const act = vi.fn()
  const causes = [sampleCause, excludedCause]
  mount(() => h(DiagnosisBox, { causes, message, live: true, onAct: act }))
  await expect.element(page.getByText(sampleCause.title)).toBeVisible()
  page.getByRole('button', { name: 'Type the password again' }).element().focus()
  await userEvent.keyboard('{Enter}')
  expect(act).toHaveBeenCalledOnce()
  await expect.element(page.getByText(excludedCause.title)).not.toBeVisible()
  await page.getByText('1 cause excluded by this trace').click()
  await expect.element(page.getByText(excludedCause.title)).toBeVisible()
  await expectAccessible()
})

it('has the user wait where trying again makes no sense yet', async () => {
  const next: readonly NextMove[] = [
    {
      kind: 'action',
      text: 'Try again',
      safety: 'as is',
      action: { do: 'wait', untilMs: Date.now() + 90_000 },
    },
  ]
  mount(() => h(DiagnosisBox, { causes: [{ ...sampleCause, next }], message, live: true }))
  await expect.element(page.getByRole('button', { name: /^Wait 1:/ })).toBeDisabled()
})
