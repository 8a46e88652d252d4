import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h, nextTick } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import ImportHistoryDialog from './ImportHistoryDialog.vue'

it('says what is in the file before it adds anything', async () => {
  const { calls } = fakeBridge({
    'historyFile.choose': () => ({ name: 'history.age' }),
    'historyFile.read': () => ({ runs: 3, known: 1, from: 0, to: 1 }),
    'historyFile.import': () => ({ added: 2, known: 1 }),
  })
  const open = model<boolean, 'open'>(false, 'open')
  mount(() => h(ImportHistoryDialog, { ...open.props() }))
  open.change(true)
  await nextTick()
  await userEvent.click(page.getByRole('button', { name: 'Choose a file…' }))
  await expect.element(page.getByText('history.age')).toBeVisible()
  await userEvent.fill(page.getByLabelText('Passphrase'), 'correct horse')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText(/Contents: 3 runs.* 1 of them/)).toBeVisible()
  expect(calls.some(({ route }) => route === 'historyFile.import')).toBe(false)
  await expectAccessible()
  await userEvent.click(page.getByRole('button', { name: 'Import 2' }))
  await expect.poll(() => open.value).toBe(false)
})

it('says that a file brings nothing new', async () => {
  fakeBridge({
    'historyFile.choose': () => ({ name: 'history.age' }),
    'historyFile.read': () => ({ runs: 2, known: 2, from: 0, to: 1 }),
  })
  const open = model<boolean, 'open'>(false, 'open')
  mount(() => h(ImportHistoryDialog, { ...open.props() }))
  open.change(true)
  await nextTick()
  await userEvent.click(page.getByRole('button', { name: 'Choose a file…' }))
  await userEvent.fill(page.getByLabelText('Passphrase'), 'correct horse')
  await userEvent.click(page.getByRole('button', { name: 'Read the file' }))
  await expect.element(page.getByText(/There is nothing to import/)).toBeVisible()
  const action = page.getByRole('button', { name: 'Import', exact: true })
  await expect.element(action).toHaveAttribute('aria-disabled', 'true')
  await expect.element(action).toHaveFocus()
})
