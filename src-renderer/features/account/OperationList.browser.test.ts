import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import OperationList from './OperationList.vue'

it('finds an operation by a part of its name, and chooses it with the keyboard', async () => {
  fakeBridge()
  mount(() => h(OperationList))
  await expectAccessible()
  await page.getByLabelText('Filter operations').fill('confirmforgot')
  await userEvent.keyboard('{Tab}{Enter}')
  await expect
    .element(page.getByRole('button', { name: 'ConfirmForgotPassword' }))
    .toHaveAttribute('aria-current', 'true')
})

it('says what to type when nothing matches', async () => {
  fakeBridge()
  mount(() => h(OperationList))
  await page.getByLabelText('Filter operations').fill('nothing')
  await expect.element(page.getByText(/^Nothing matches “nothing”/)).toBeVisible()
})
