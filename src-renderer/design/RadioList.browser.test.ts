import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../browser-tests/mount.ts'
import RadioList from './RadioList.vue'

it('chooses with the arrows', async () => {
  const chosen = model('light')
  mount(() =>
    h(RadioList, {
      label: 'Theme',
      options: [
        { value: 'light', label: 'Light' },
        { value: 'dark', label: 'Dark', note: 'For the night' },
      ],
      ...chosen.props(),
    }),
  )
  await userEvent.keyboard('{Tab}{ArrowDown}')
  expect(chosen.value).toBe('dark')
  await expect.element(page.getByRole('group', { name: 'Theme' })).toBeVisible()
  await expectAccessible()
})
