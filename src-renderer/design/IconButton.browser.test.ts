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

it('keeps the focus when there is nothing more to press it for', async () => {
  const fits = ref(false)
  mount(() =>
    h(IconButton, { label: 'Show all', disabled: fits.value, onClick: () => (fits.value = true) }),
  )
  await userEvent.keyboard('{Tab} ')
  const button = page.getByRole('button', { name: 'Show all' })
  await expect.element(button).toHaveAttribute('aria-disabled', 'true')
  await expect.element(button).toHaveFocus()
})
