import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../browser-tests/mount.ts'
import SelectBox from './SelectBox.vue'

it('chooses with the arrows', async () => {
  const chosen = model('a')
  mount(() =>
    h(SelectBox, {
      label: 'Pool',
      options: [
        { value: 'a', label: 'First' },
        { value: 'b', label: 'Second' },
      ],
      ...chosen.props(),
    }),
  )
  await userEvent.keyboard('{Tab}{ArrowDown}')
  expect(chosen.value).toBe('b')
  await expect.element(page.getByRole('combobox', { name: 'Pool' })).toHaveFocus()
  await expectAccessible()
})
