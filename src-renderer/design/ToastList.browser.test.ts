import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import AppButton from './AppButton.vue'
import { dismissToast, pauseToasts, resumeToasts, showToast, toasts } from './toast.ts'
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
