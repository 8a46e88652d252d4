import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { codeField, type Field } from '#engine/catalogue/field.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import { withInputs } from '../../browser-tests/with-inputs.ts'
import AnswerField from './AnswerField.vue'

const AnyField = withInputs(AnswerField)

it('offers the choices of a challenge as a list that the arrows move in', async () => {
  const field: Field = {
    name: 'ANSWER',
    label: 'Second factor',
    control: 'choice',
    sensitivity: 'public',
    required: true,
    sent: true,
    help: '',
    choices: [
      { value: 'SMS_MFA', label: 'Text message' },
      { value: 'EMAIL_OTP', label: 'Email' },
    ],
  }
  const value = model('SMS_MFA')
  mount(() => h(AnyField, { field, ...value.props() }))
  page
    .getByRole('radio', { name: /Text message/ })
    .element()
    .focus()
  await userEvent.keyboard('{ArrowDown}')
  expect(value.value).toBe('EMAIL_OTP')
  await expectAccessible()
})

it('says that a typed code replaces the computed one', async () => {
  const field = codeField('SOFTWARE_TOKEN_MFA_CODE', 6, 'From the app.')
  mount(() => h(AnyField, { field, isComputed: true }))
  await expect.element(page.getByText(/A value that you type replaces it/)).toBeVisible()
  await expectAccessible()
})
