import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../browser-tests/mount.ts'
import AppButton from './AppButton.vue'
import DialogButtons from './DialogButtons.vue'
import ModalDialog from './ModalDialog.vue'
import SideSheet from './SideSheet.vue'
import { dismissToast, keepToasts, pauseToasts, resumeToasts, showToast, toasts } from './toast.ts'
import ToastList from './ToastList.vue'

it('announces a message, and its action works with the keyboard', async () => {
  let undone = 0
  mount(() => [h(AppButton, () => 'Before'), h(ToastList)])
  showToast('Profile deleted.', { action: { label: 'Undo', run: () => undone++ } })
  await expect.element(page.getByRole('status')).toHaveTextContent('Profile deleted.')
  await expectAccessible()
  // From a place of its own: where the focus was before, other tests decide.
  await page.getByRole('button', { name: 'Before' }).click()
  await userEvent.keyboard('{Tab}{Enter}')
  expect(undone).toBe(1)
  await expect.element(page.getByText('Profile deleted.')).not.toBeInTheDocument()
})

it('gives each of several problems a line', async () => {
  mount(() => h(ToastList))
  const id = showToast('Line 1: this.\nLine 2: that.', { tone: 'bad' })
  const text = page.getByText('Line 1: this.')
  await expect.element(text).toHaveStyle({ whiteSpace: 'pre-line' })
  const lines = document.createRange()
  lines.selectNodeContents(text.element())
  expect(new Set([...lines.getClientRects()].map(({ top }) => top)).size).toBe(2)
  dismissToast(id)
})

it('leaves the buttons of a dialog free in a small window, and is dismissed without closing it', async () => {
  await page.viewport(480, 300)
  try {
    const open = model<boolean, 'open'>(true, 'open')
    mount(() => [
      h(ModalDialog, { title: 'Export', ...open.props() }, () => [
        h('p', { style: { height: '300px' } }, 'Contents'),
        h(DialogButtons, () => h(AppButton, () => 'Save')),
      ]),
      h(ToastList),
    ])
    showToast('The file could not be written: there is no room on the disk.', { tone: 'bad' })
    const save = page.getByRole('button', { name: 'Save' })
    await expect.element(save).toBeVisible()
    const { bottom, left, right, top } = save.element().getBoundingClientRect()
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    expect(save.element().contains(hit)).toBe(true)
    await page.getByRole('button', { name: 'Dismiss notice' }).click()
    expect(toasts).toHaveLength(0)
    expect(open.value).toBe(true)
  } finally {
    await page.viewport(1280, 800)
  }
})

it('stays at the lower edge while no modal dialog is open, beside a closed sheet as well', async () => {
  const open = model<boolean, 'open'>(false, 'open')
  const root = mount(() => [h(SideSheet, { title: 'More inputs', ...open.props() }), h(ToastList)])
  showToast('Device removed.')
  const notice = page.getByText('Device removed.')
  await expect.element(notice).toBeVisible()
  expect(root.querySelector('[role=dialog]')).not.toBeNull()
  expect(notice.element().getBoundingClientRect().top).toBeGreaterThan(innerHeight / 2)
})

it('keeps a message that must be read when later ones arrive, and drops a transient one for it', () => {
  for (const { id } of [...toasts]) dismissToast(id)
  showToast('An update is ready.', { stays: true })
  showToast('The file could not be written.', { tone: 'bad' })
  for (const number of [1, 2, 3, 4]) showToast(`Copied ${String(number)}.`)
  expect(toasts.map(({ text }) => text)).toEqual([
    'An update is ready.',
    'The file could not be written.',
    'Copied 3.',
    'Copied 4.',
  ])
})

it('keeps a message while the pointer is on it, and dismisses it later', () => {
  for (const { id } of [...toasts]) dismissToast(id)
  vi.useFakeTimers()
  try {
    mount(() => h(ToastList))
    showToast('Copied.')
    pauseToasts()
    vi.advanceTimersByTime(60_000)
    expect(toasts).toHaveLength(1)
    resumeToasts()
    vi.advanceTimersByTime(5_000)
    expect(toasts).toHaveLength(0)
  } finally {
    vi.useRealTimers()
  }
})

it('keeps every message while notices stay until they are dismissed', () => {
  for (const { id } of [...toasts]) dismissToast(id)
  vi.useFakeTimers()
  try {
    mount(() => h(ToastList))
    showToast('Deleted.', { action: { label: 'Undo', run: () => undefined } })
    keepToasts(true)
    pauseToasts()
    resumeToasts()
    showToast('Copied.')
    vi.advanceTimersByTime(60_000)
    expect(toasts).toHaveLength(2)
    keepToasts(false)
    vi.advanceTimersByTime(10_000)
    expect(toasts).toHaveLength(0)
  } finally {
    keepToasts(false)
    vi.useRealTimers()
  }
})
