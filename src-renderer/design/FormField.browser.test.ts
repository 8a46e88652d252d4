import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
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
