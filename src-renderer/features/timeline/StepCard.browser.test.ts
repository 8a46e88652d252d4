import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { timeline } from '#engine/trace/timeline.ts'
import { sampleTrace } from '#engine/vectors/sample-trace.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleRun, sampleStep, sampleTriggers } from '../../browser-tests/sample-run.ts'
import StepCard from './StepCard.vue'
import TokensCard from './TokensCard.vue'

const card = {
  flow: 'USER_PASSWORD_AUTH',
  span: { left: 0, width: 50, computed: 10 },
  selected: false,
  live: true,
  sessionMinutes: 3,
  causes: [],
}

it('names the refusal and its cause, and is selected with Enter', async () => {
  const select = vi.fn()
  const causes = sampleRun().diagnosis.filter(({ step }) => step === 2)
  expect(causes).not.toEqual([])
  mount(() => h('ol', h(StepCard, { ...card, step: sampleStep(2), causes, onSelect: select })))
  const line = page.getByRole('button', { name: /^Step 2, refused/ })
  await expect.element(line).toHaveTextContent('SMS_MFA')
  await expect.element(line).toHaveTextContent('CodeMismatchException')
  await expect.element(page.getByText(causes[0]?.title ?? '')).toBeVisible()
  line.element().focus()
  await userEvent.keyboard('{Enter}')
  expect(select).toHaveBeenCalledOnce()
  await expectAccessible()
})

it('counts the attempts of a call, and lists its triggers', async () => {
  const step = sampleStep(3, { triggers: sampleTriggers })
  mount(() => h('ol', h(StepCard, { ...card, step })))
  await expect.element(page.getByText('2 attempts')).toBeVisible()
  await expect.element(page.getByRole('list', { name: 'Triggers' })).toBeVisible()
})

it('names the proxy that a call went through, and how long it took to connect', async () => {
  const step = sampleStep(2)
  const proxy = { address: 'proxy.example:3128', source: 'environment' } as const
  const attempts = step.attempts.map((attempt) => ({
    ...attempt,
    connection: { ...attempt.connection, proxy },
    phases: { ...attempt.phases, proxy: 11 },
  }))
  mount(() => h('ol', h(StepCard, { ...card, step: { ...step, attempts } })))
  await expect
    .element(page.getByText('via the proxy proxy.example:3128, connected in 11 ms'))
    .toBeVisible()
})

it('copies the request from the menu of the step, with marks instead of secrets', async () => {
  const step = sampleStep(2)
  const { calls } = fakeBridge()
  mount(() => h('ol', h(StepCard, { ...card, step })))
  await page.getByRole('button', { name: 'Step menu' }).click()
  await page.getByRole('menuitem', { name: 'Copy the request body' }).click()
  const text = step.attempts.at(-1)?.requestBody
  expect(calls).toEqual([{ route: 'text.copy', input: { text } }])
})

it('fits into a narrow pane, with its tokens', async () => {
  const step = sampleStep(3)
  if (step.answer?.kind !== 'tokens') throw new Error('The sample ends with tokens.')
  const { answer } = step
  mount(() =>
    h('ol', { style: 'width: 330px; padding: 0' }, [
      h(StepCard, { ...card, step }, () => h(TokensCard, { answer })),
    ]),
  )
  await expect.element(page.getByRole('button', { name: 'Show the tokens' })).toBeVisible()
  const parts = [...document.querySelectorAll('ol, ol *')]
  const tooWide = parts.filter(
    ({ clientWidth, scrollWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1,
  )
  expect(tooWide.map(({ className }) => className)).toEqual([])
})

it('exports its call, and copies it, from its menu', async () => {
  const handOut = vi.fn()
  mount(() => h('ol', h(StepCard, { ...card, step: sampleStep(2), onExport: handOut })))
  const menu = page.getByRole('button', { name: 'Step menu' })
  await menu.click()
  await page.getByRole('menuitem', { name: 'Export this call…' }).click()
  await menu.click()
  await page.getByRole('menuitem', { name: 'Copy as curl' }).click()
  expect(handOut.mock.calls).toEqual([['export'], ['copy']])
})

it('calls a challenge by its name after it was cancelled, and does not say that anything was sent', async () => {
  const { events } = sampleTrace().trace
  const prompted = events.findIndex(({ type }) => type === 'prompted')
  const step = timeline([
    ...events.slice(0, prompted + 1),
    { type: 'ended', at: 1, outcome: 'cancelled' },
  ]).steps.at(-1)!
  const root = mount(() => h('ol', h(StepCard, { ...card, live: false, span: undefined, step })))
  await expect
    .element(page.getByRole('button', { name: /^Step \d, cancelled: / }))
    .not.toHaveTextContent('Preparing')
  await expect.element(page.getByText('Cancelled before it was answered.')).toBeVisible()
  expect(root.textContent).not.toContain('sent with')
  await expectAccessible()
})
