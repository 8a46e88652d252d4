import { expect, it } from 'vitest'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import AppButton from './AppButton.vue'
import DialogButtons from './DialogButtons.vue'

it('shows its buttons in their order', async () => {
  const root = mount(() =>
    h(DialogButtons, () => [h(AppButton, () => 'Cancel'), h(AppButton, () => 'Save')]),
  )
  expect(root.textContent).toBe('CancelSave')
  await expectAccessible()
})
