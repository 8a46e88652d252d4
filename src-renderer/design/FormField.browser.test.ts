import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h, ref } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import FormField from './FormField.vue'

it('names its control and describes it, by the error before the help', async () => {
  const validationError = ref<string>()
  mount(() =>
    h(
      FormField,
      {
        label: 'Username',
        wireName: 'USERNAME',
        help: 'Help.',
        validationError: validationError.value,
      },
      {
        default: ({ id, describedBy }: { id: string; describedBy: string | undefined }) =>
          h('input', { id, 'aria-describedby': describedBy }),
      },
    ),
  )
  const input = page.getByRole('textbox', { name: 'Username' })
  await expect.element(input).toHaveAccessibleDescription('Help.')
  validationError.value = 'Too long.'
  await expect.element(input).toHaveAccessibleDescription('Too long.')
  await expectAccessible()
})

it('shows its help when a person comes to its control, not when the window does, and moves nothing', async () => {
  const root = mount(() =>
    h(
      FormField,
      { label: 'Username', help: 'Help.', note: 'Always.' },
      { default: ({ id }: { id: string }) => h('input', { id }) },
    ),
  )
  await expect.element(page.getByText('Always.')).toBeVisible()
  await expect.element(page.getByText('Help.')).not.toBeVisible()
  const height = root.offsetHeight
  const input = page.getByRole('textbox').element()
  input.focus()
  await expect.element(page.getByText('Help.')).not.toBeVisible()
  await userEvent.click(input)
  await expect.element(page.getByText('Help.')).toBeVisible()
  expect(root.offsetHeight).toBe(height)
})

it('covers nothing with its help where space is reserved for it', async () => {
  mount(() =>
    h('div', [
      h(
        FormField,
        { label: 'Code', help: 'Six digits.', reserveHelpSpace: true },
        { default: ({ id }: { id: string }) => h('input', { id }) },
      ),
      h('button', 'Send'),
    ]),
  )
  const button = page.getByRole('button').element().getBoundingClientRect()
  page.getByRole('textbox').element().focus()
  await expect.element(page.getByText('Six digits.')).toBeVisible()
  const help = page.getByText('Six digits.').element().getBoundingClientRect()
  expect(help.bottom).toBeLessThanOrEqual(button.top)
  expect(page.getByRole('button').element().getBoundingClientRect()).toEqual(button)
})
