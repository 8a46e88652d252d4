import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../browser-tests/mount.ts'
import TextField from './TextField.vue'

it('is described by its error in place of its help', async () => {
  const text = model('')
  mount(() =>
    h(TextField, {
      label: 'Region',
      help: 'As in the pool ID.',
      validationError: text.value === 'x' ? 'That is no region.' : undefined,
      ...text.props(),
    }),
  )
  const field = page.getByRole('textbox', { name: 'Region' })
  await expect.element(field).toHaveAccessibleDescription('As in the pool ID.')
  await userEvent.keyboard('{Tab}x')
  await expect.element(field).toHaveAccessibleDescription('That is no region.')
  await expect.element(field).toBeInvalid()
  await expectAccessible()
})
