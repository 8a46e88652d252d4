import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../browser-tests/mount.ts'
import SideSheet from './SideSheet.vue'

it('takes the focus, keeps what was typed, and gives the focus back on Escape', async () => {
  const open = model<boolean, 'open'>(false, 'open')
  mount(() =>
    h('div', [
      h('button', { onClick: () => open.change(true) }, 'More'),
      h(SideSheet, { title: 'More inputs', ...open.props() }, () =>
        h('input', { 'aria-label': 'Value' }),
      ),
    ]),
  )
  const button = page.getByRole('button', { name: 'More', exact: true })
  button.element().focus()
  await userEvent.keyboard('{Enter}')
  const input = page.getByRole('textbox', { name: 'Value' })
  await expect.element(input).toHaveFocus()
  await userEvent.keyboard('typed')
  await expectAccessible('[role=dialog]')
  await userEvent.keyboard('{Escape}')
  await expect.element(button).toHaveFocus()
  expect(page.getByRole('dialog').elements()).toHaveLength(0)
  await userEvent.keyboard('{Enter}')
  await expect.element(input).toHaveValue('typed')
})
