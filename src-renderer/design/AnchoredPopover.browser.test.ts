import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../browser-tests/mount.ts'
import AppButton from './AppButton.vue'
import AnchoredPopover from './AnchoredPopover.vue'

it('is named, opens at its anchor and closes with Escape', async () => {
  const open = model<boolean, 'open'>(true, 'open')
  mount(() =>
    h(AnchoredPopover, { anchor: document.body, label: 'A secret', ...open.props() }, () =>
      h(AppButton, () => 'Copy'),
    ),
  )
  await expect.element(page.getByRole('dialog', { name: 'A secret' })).toBeVisible()
  await expectAccessible()
  await userEvent.keyboard('{Escape}')
  expect(open.value).toBe(false)
})
