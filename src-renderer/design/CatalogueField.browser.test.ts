import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../browser-tests/mount.ts'
import { withInputs } from '../browser-tests/with-inputs.ts'
import CatalogueField from './CatalogueField.vue'

const Field = withInputs(CatalogueField)

const field = {
  name: 'USERNAME',
  label: 'Username',
  control: 'text',
  help: 'As the pool knows it.',
  sensitivity: 'open',
  required: true,
  validationError: (text: string) => (text.includes(' ') ? 'No spaces.' : undefined),
} as const

it('says what is wrong with the text, beside the field', async () => {
  const text = model<string | undefined>('')
  mount(() => h(Field, { field, ...text.props() }))
  const input = page.getByRole('textbox', { name: 'Username' })
  await expect.element(input).toHaveAccessibleDescription('As the pool knows it.')
  await userEvent.keyboard('{Tab}a b')
  expect(text.value).toBe('a b')
  await expect.element(input).toHaveAccessibleDescription('No spaces.')
  await expect.element(input).toBeInvalid()
  await expectAccessible()
})
