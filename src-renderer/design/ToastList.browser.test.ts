import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import AppButton from './AppButton.vue'
import { showToast } from './toast.ts'
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
