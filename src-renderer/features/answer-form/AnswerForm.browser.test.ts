import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { timeline } from '#engine/trace/timeline.ts'
import { sampleTrace } from '#engine/vectors/sample-trace.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleRun } from '../../browser-tests/sample-run.ts'
import AnswerForm from './AnswerForm.vue'

/** The sample as it waits for the code a second time. */
function waiting() {
  const { events } = sampleTrace().trace
  const again = events.findIndex((event) => event.type === 'prompted' && event.again)
  const view = timeline(events.slice(0, again + 1))
  const step = view.steps.at(-1)
  if (step?.status !== 'waiting') throw new Error('nothing waits')
  return { run: { ...sampleRun(), timeline: view }, step }
}

it('sends the code that was typed, apart from what is public', async () => {
  const { calls } = fakeBridge()
  mount(() => h(AnswerForm, waiting()))
  await expect.element(page.getByText(/That answer was rejected/)).toBeVisible()
  await expectAccessible()
  await expect.poll(() => document.activeElement?.tagName).toBe('INPUT')
  await userEvent.keyboard('918273{Enter}')
  await expect
    .poll(() => calls.find(({ route }) => route === 'run.answer')?.input)
    .toMatchObject({ runId: 'run', parameters: {}, secrets: { SMS_MFA_CODE: '918273' } })
})

it('fills in the key of the device that the run has named', async () => {
  const { calls } = fakeBridge()
  const { run, step } = waiting()
  const pending = {
    type: 'prompted',
    at: 1,
    step: step.number,
    challenge: 'DEVICE_SRP_AUTH',
    username: 'ada',
    parameters: {},
    sessionAt: 1,
    again: false,
  } as const
  const [first, ...others] = run.timeline.steps
  const [attempt] = first!.attempts
  const requestBody = '{"AuthParameters":{"DEVICE_KEY":"us-east-1_aa-bb"}}'
  const begins = { ...first!, attempts: [{ ...attempt!, requestBody }] }
  mount(() =>
    h(AnswerForm, {
      run: { ...run, timeline: { ...run.timeline, steps: [begins, ...others.slice(0, -1)] } },
      step: { ...step, challenge: 'DEVICE_SRP_AUTH', pending },
    }),
  )
  await expect.element(page.getByLabelText(/^Device key/)).toHaveValue('us-east-1_aa-bb')
  await expect.poll(() => document.activeElement?.tagName).toBe('INPUT')
  await userEvent.keyboard('{Enter}')
  await expect
    .poll(() => calls.find(({ route }) => route === 'run.answer')?.input)
    .toMatchObject({ parameters: { DEVICE_KEY: 'us-east-1_aa-bb' } })
})

it('sends nothing while a value is missing, and says which', async () => {
  const { calls } = fakeBridge()
  mount(() => h(AnswerForm, waiting()))
  await page.getByRole('button', { name: /^Answer/ }).click()
  await expect.element(page.getByRole('alert')).toHaveTextContent(/ is missing\.$/)
  expect(calls.map(({ route }) => route)).not.toContain('run.answer')
})
