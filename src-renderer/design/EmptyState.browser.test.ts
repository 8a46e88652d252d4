import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import AppButton from './AppButton.vue'
import EmptyState from './EmptyState.vue'

it('says what is missing and offers the next step', async () => {
  mount(() =>
    h(EmptyState, { title: 'No runs yet', text: 'A sign-in appears here.' }, () =>
      h(AppButton, () => 'Sign in'),
    ),
  )
  await expect.element(page.getByText('A sign-in appears here.')).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expectAccessible()
})
