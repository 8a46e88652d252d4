import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h, ref } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import IconButton from './IconButton.vue'

it('has its label as its name and is pressed by the space bar', async () => {
  const pressed = ref(false)
  mount(() =>
    h(
      IconButton,
      { label: 'Pin', pressed: pressed.value, onClick: () => (pressed.value = !pressed.value) },
      () => '✚',
    ),
  )
  await userEvent.keyboard('{Tab} ')
  await expect
    .element(page.getByRole('button', { name: 'Pin' }))
    .toHaveAttribute('aria-pressed', 'true')
  await expectAccessible()
})
