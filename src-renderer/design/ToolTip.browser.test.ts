import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import AppButton from './AppButton.vue'
import ToolTip from './ToolTip.vue'

it('shows its text when its control has the focus', async () => {
  mount(() => h(ToolTip, { text: 'New profile', keys: 'Ctrl+N' }, () => h(AppButton, () => 'New')))
  await userEvent.keyboard('{Tab}')
  await expect.element(page.getByRole('tooltip')).toHaveTextContent('New profile')
  await expectAccessible()
})
