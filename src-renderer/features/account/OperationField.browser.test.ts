import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { accountOperations } from '#engine/catalogue/operations/index.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { withInputs } from '../../browser-tests/with-inputs.ts'
import { useAccount } from './account.ts'
import OperationField from './OperationField.vue'

const Field = withInputs(OperationField)
const fieldOf = (operation: string, control: string) => {
  const field = accountOperations.get(operation)?.fields.find((one) => one.control === control)
  if (!field) throw new Error(`${operation} has no ${control}`)
  return field
}

it('keeps what is typed for all operations', async () => {
  fakeBridge()
  const field = fieldOf('SignUp', 'text')
  mount(() => [h(Field, { field }), h('output', useAccount().inputs[field.name])])
  await page.getByLabelText(field.label, { exact: false }).first().fill('ada')
  await expect.element(page.getByRole('status')).toHaveTextContent('ada')
  await expectAccessible()
})

it('takes a list of names and values, to which the keyboard adds', async () => {
  fakeBridge()
  const field = fieldOf('SignUp', 'pairs')
  mount(() => h(Field, { field }))
  page.getByRole('button', { name: 'Add one' }).element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByLabelText(`${field.label}: key 1`)).toBeVisible()
  await expectAccessible()
})
