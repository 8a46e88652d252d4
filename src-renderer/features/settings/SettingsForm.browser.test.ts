import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { defaultSettings } from '#contract/settings/index.ts'
import { toasts } from '#renderer/design/toast.ts'
import { undoNewest } from '#renderer/design/undo.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import SettingsForm from './SettingsForm.vue'

it('sends the one setting that was changed with the keyboard', async () => {
  const { calls } = fakeBridge()
  mount(() => h(SettingsForm))
  await expectAccessible()
  const dark = page.getByRole('radio', { name: 'Dark' })
  dark.element().focus()
  await userEvent.keyboard(' ')
  await expect.poll(() => calls).toEqual([{ route: 'settings.change', input: { theme: 'dark' } }])
})

it('says what a limit deletes of a small history', async () => {
  fakeBridge({
    'history.prunable': () => ({ runs: 1, bytes: 20_000, from: 0, to: 1 }),
    'history.prune': () => ({ runIds: ['old'] }),
    'settings.change': (part) => ({ ...defaultSettings, ...(part as object) }),
  })
  mount(() => h(SettingsForm))
  const age = page.getByRole('combobox', { name: 'Delete runs by age' })
  await userEvent.selectOptions(age, 'after 30 days')
  const dialog = page.getByRole('dialog', { name: 'Delete 1 run?' })
  await expect
    .element(dialog)
    .toHaveAccessibleDescription(/^A run from [\w ,]+, 19(70|69), less than 0.1 MB. Pinned/)
  await dialog.getByRole('button', { name: 'Delete runs' }).click()
  await expect.element(dialog).not.toBeInTheDocument()
  expect(toasts.map(({ text }) => text)).toContain('1 run deleted.')
})

it('says what a limit of the history deletes before it is set, and takes it back', async () => {
  const { calls } = fakeBridge({
    'history.prunable': () => ({ runs: 1234, bytes: 14_000_000, from: 0, to: 86_400_000 }),
    'history.prune': () => ({ runIds: ['old'] }),
    'settings.change': (part) => ({ ...defaultSettings, ...(part as object) }),
  })
  mount(() => h(SettingsForm))
  const age = page.getByRole('combobox', { name: 'Delete runs by age' })
  await userEvent.selectOptions(age, 'after 30 days')
  const dialog = page.getByRole('dialog', { name: 'Delete 1,234 runs?' })
  await expect.element(dialog).toHaveAccessibleDescription(/14 MB. Pinned runs/)
  await expectAccessible()
  expect(calls.map(({ route }) => route)).toEqual(['history.prunable'])
  await userEvent.keyboard('{Escape}')
  await expect.element(age).toHaveDisplayValue('never')
  await userEvent.selectOptions(age, 'after 30 days')
  await dialog.getByRole('button', { name: 'Delete runs' }).click()
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(age).toHaveDisplayValue('after 30 days')
  expect(calls.at(-1)).toMatchObject({ route: 'history.prune' })
  undoNewest()
  await expect.element(age).toHaveDisplayValue('never')
  expect(calls.at(-1)).toMatchObject({ route: 'history.restore', input: { runIds: ['old'] } })
}, 60_000)
