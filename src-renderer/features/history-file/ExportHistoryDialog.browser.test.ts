import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h, nextTick } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import ExportHistoryDialog from './ExportHistoryDialog.vue'

it('says that an empty history cannot be exported', async () => {
  fakeBridge({ 'historyFile.about': () => ({ runs: 0 }) })
  const open = model<boolean, 'open'>(false, 'open')
  mount(() => h(ExportHistoryDialog, { ...open.props() }))
  open.change(true)
  await nextTick()
  await expect.element(page.getByText(/The history is empty/)).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Save…' })).toBeDisabled()
})

it('says what leaves, and saves with a passphrase that is typed twice', async () => {
  const { calls } = fakeBridge({
    'historyFile.about': () => ({ runs: 3, from: 0, to: 1 }),
    'historyFile.export': () => ({ runs: 3, path: '/tmp/history.age' }),
  })
  const open = model<boolean, 'open'>(false, 'open')
  mount(() => h(ExportHistoryDialog, { ...open.props() }))
  open.change(true)
  await nextTick()
  await expect.element(page.getByText(/Contents: 3 runs, from .* with all secrets/)).toBeVisible()
  await userEvent.fill(page.getByLabelText('Passphrase', { exact: true }), 'correct horse')
  await userEvent.fill(page.getByLabelText('Repeat the passphrase'), 'correct house')
  await expectAccessible()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('The two passphrases are not the same.')).toBeVisible()
  await userEvent.fill(page.getByLabelText('Repeat the passphrase'), 'correct horse')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => open.value).toBe(false)
  expect(calls.filter(({ route }) => route === 'historyFile.export')).toEqual([
    { route: 'historyFile.export', input: { passphrase: 'correct horse' } },
  ])
})
