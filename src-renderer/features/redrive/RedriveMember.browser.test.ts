import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { withInputs } from '../../browser-tests/with-inputs.ts'
import RedriveMember from './RedriveMember.vue'

it('says what is sent when nothing is entered, and tells of what is', async () => {
  const edit = vi.fn()
  const member = { name: 'ANSWER', from: 'same', text: 'SMS_MFA', sensitivity: 'public' }
  mount(() => h(withInputs(RedriveMember), { member, name: '2.ANSWER', onEdit: edit }))
  const input = page.getByLabelText('ANSWER')
  await expect.element(input).toHaveAttribute('placeholder', 'SMS_MFA')
  await userEvent.fill(input, 'EMAIL_OTP')
  expect(edit).toHaveBeenLastCalledWith('EMAIL_OTP')
  await expectAccessible()
})

it('takes a secret that is not kept, and does not show it', async () => {
  const member = { name: 'PASSWORD', from: 'ask', text: '', sensitivity: 'secret' }
  mount(() => h(withInputs(RedriveMember), { member, name: '1.PASSWORD' }))
  const input = page.getByLabelText('PASSWORD')
  await expect.element(input).toHaveAttribute('type', 'password')
  await expect.element(input).toHaveAttribute('placeholder', 'Not stored. Enter it.')
})
