import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import ExplanationBox from './ExplanationBox.vue'

const explanation = {
  title: 'NotAuthorizedException',
  meaning: 'The sign-in was refused.',
  causes: ['One.', 'Two.', 'Three.'].map((cause) => ({ cause, remedy: 'Look again.' })),
  retry: 'pointless',
  known: 'text',
  sure: 'confirmed',
} as const

it('names the likeliest causes, and the rest when asked by a key', async () => {
  mount(() => h(ExplanationBox, { explanation, message: 'Incorrect username or password.' }))
  const shown = page.getByRole('listitem').elements().length
  await expectAccessible()
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.poll(() => page.getByRole('listitem').elements().length).toBeGreaterThan(shown)
})
