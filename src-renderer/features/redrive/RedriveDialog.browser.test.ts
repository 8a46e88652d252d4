import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h, nextTick } from 'vue'
import type { ShownRedrivePlan } from '#contract/routes/redrive.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import { sampleRun } from '../../browser-tests/sample-run.ts'
import { sampleProfile, withProfiles } from '../../browser-tests/with-profile.ts'
import RedriveDialog from './RedriveDialog.vue'

const plan: ShownRedrivePlan = {
  flow: 'USER_PASSWORD_AUTH',
  username: 'ada',
  sendsMessages: true,
  missing: ['1.PASSWORD'],
  steps: [
    {
      step: 1,
      operation: 'InitiateAuth',
      members: [
        { name: 'USERNAME', from: 'same', text: 'ada', sensitivity: 'personal' },
        { name: 'PASSWORD', from: 'ask', text: '', sensitivity: 'secret' },
      ],
    },
  ],
}

async function show(answer: ShownRedrivePlan) {
  const started: string[][] = []
  const { calls } = fakeBridge({
    'redrive.plan': () => answer,
    'redrive.start': () => ({ runId: 'again' }),
  })
  const open = model<boolean, 'open'>(false, 'open')
  const onStarted = (...of: string[]) => started.push(of)
  mount(() =>
    h(
      withProfiles([sampleProfile], () =>
        h(RedriveDialog, { run: sampleRun(), ...open.props(), onStarted }),
      ),
    ),
  )
  open.change(true)
  await nextTick()
  return { calls, open, started }
}

it('says what it costs, and starts once what is not kept was entered', async () => {
  const { calls, open, started } = await show(plan)
  await expect
    .element(page.getByText(/1 call, which counts as an attempt .*sends a text/))
    .toBeVisible()
  const start = page.getByRole('button', { name: 'Run again' })
  await expect.element(start).toBeDisabled()
  await expectAccessible()
  await userEvent.fill(page.getByLabelText('USERNAME'), 'bob')
  await userEvent.fill(page.getByLabelText('PASSWORD'), 'Secret-Word-1!')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => open.value).toBe(false)
  expect(started).toEqual([['again', 'profile']])
  expect(calls.find(({ route }) => route === 'redrive.start')?.input).toMatchObject({
    runId: 'run',
    profileId: 'profile',
    parameters: { '1.USERNAME': 'bob' },
    secrets: { '1.PASSWORD': 'Secret-Word-1!' },
  })
})

it('asks for another plan when another step is chosen', async () => {
  const { calls } = await show({ ...plan, missing: [], sendsMessages: false })
  await expect.element(page.getByRole('button', { name: 'Run again' })).toBeEnabled()
  await userEvent.selectOptions(page.getByLabelText('Up to step'), '1')
  await expect
    .poll(() => calls.findLast(({ route }) => route === 'redrive.plan')?.input)
    .toMatchObject({ to: 1 })
})
