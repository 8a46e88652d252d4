import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import type { RecordingPreview } from '#contract/routes/recordings.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import RecordingDialog from './RecordingDialog.vue'
import { useRecordings } from './recordings.ts'

const found = (username: string): RecordingPreview['signIns'][number] => ({
  calls: 2,
  flow: 'USER_SRP_AUTH',
  profileName: 'Staging',
  state: 'tokens',
  username,
  startedAt: Date.UTC(2026, 0, 31),
  note: '',
})

it('keeps the sign-ins that stay chosen', async () => {
  const { calls } = fakeBridge({
    'recording.open': () => ({
      preview: {
        recordingId: 'rec',
        format: 'HAR',
        tool: 'Chrome',
        file: 'trace.har',
        dropped: 3,
        signIns: [found('ada'), found('bob')],
        incompleteCalls: 0,
        problems: [],
      },
    }),
    'recording.keep': () => ({ runIds: ['run'] }),
  })
  const kept = vi.fn()
  const open = model<boolean, 'open'>(true, 'open')
  mount(() => h(RecordingDialog, { ...open.props(), onKept: kept }))
  await useRecordings().open({ from: 'clipboard' })
  await expect.element(page.getByText('2 sign-ins · 3 other entries dropped')).toBeVisible()
  await expectAccessible()
  page.getByRole('checkbox').nth(0).element().focus()
  await userEvent.keyboard(' ')
  await page.getByRole('button', { name: 'Keep 1 sign-in' }).click()
  await expect.poll(() => kept.mock.lastCall).toEqual([['run']])
  expect(calls.find(({ route }) => route === 'recording.keep')?.input).toEqual({
    recordingId: 'rec',
    signIns: [1],
  })
})

it('does not offer to keep a sign-in that the history has already', async () => {
  const { calls } = fakeBridge({
    'recording.open': () => ({
      preview: {
        recordingId: 'rec',
        format: 'HAR',
        tool: 'Chrome',
        file: 'trace.har',
        dropped: 0,
        signIns: [{ ...found('ada'), keptAs: 'run of ada' }, found('bob'), found('cy')],
        incompleteCalls: 0,
        problems: [],
      },
    }),
    'recording.keep': () => ({ runIds: ['run'] }),
  })
  mount(() => h(RecordingDialog, model<boolean, 'open'>(true, 'open').props()))
  await useRecordings().open({ from: 'clipboard' })
  await expect.element(page.getByRole('checkbox').nth(0)).toBeDisabled()
  await expect.element(page.getByText('already in the history')).toBeVisible()
  await expectAccessible()
  await page.getByRole('button', { name: 'All', exact: true }).click()
  await page.getByRole('button', { name: 'Keep 2 sign-ins' }).click()
  await expect
    .poll(() => calls.find(({ route }) => route === 'recording.keep')?.input)
    .toEqual({ recordingId: 'rec', signIns: [1, 2] })
})

it('says why something cannot be opened', async () => {
  fakeBridge()
  mount(() => h(RecordingDialog, model<boolean, 'open'>(true, 'open').props()))
  useRecordings().refuse('This is no recording.')
  await expect.element(page.getByRole('alert')).toHaveTextContent('This is no recording.')
})
