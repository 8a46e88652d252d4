import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import type { Profile } from '#contract/routes/profiles.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import ColourChoice from './ColourChoice.vue'

it('moves from one colour to the next with the arrows', async () => {
  const colour = model<Profile['colour']>('violet')
  mount(() => h(ColourChoice, colour.props()))
  page.getByRole('radio', { name: 'violet' }).element().focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(colour.value).toBe('blue')
  await expectAccessible()
})
