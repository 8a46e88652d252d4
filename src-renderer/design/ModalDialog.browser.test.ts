import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../browser-tests/mount.ts'
import AppButton from './AppButton.vue'
import ModalDialog from './ModalDialog.vue'

it('takes the focus to its first field and closes with Escape', async () => {
  const open = model<boolean, 'open'>(true, 'open')
  mount(() =>
    h(ModalDialog, { title: 'Export', description: 'To a file.', ...open.props() }, () =>
      h('input', { 'aria-label': 'Name' }),
    ),
  )
  await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveFocus()
  await expect
    .element(page.getByRole('dialog', { name: 'Export' }))
    .toHaveAccessibleDescription('To a file.')
  await expectAccessible()
  await userEvent.keyboard('{Escape}')
  expect(open.value).toBe(false)
})

it('stays open at Escape when it must be answered', async () => {
  const open = model<boolean, 'open'>(true, 'open')
  mount(() =>
    h(ModalDialog, { title: 'Consent', mustAnswer: true, ...open.props() }, () =>
      h(AppButton, () => 'Agree'),
    ),
  )
  await expect.element(page.getByRole('dialog', { name: 'Consent' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  expect(open.value).toBe(true)
})
