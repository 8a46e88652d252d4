import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import { sampleCause } from '../browser-tests/sample-causes.ts'
import CauseMoves from './CauseMoves.vue'

it('offers actions, advice and commands, and acts with the keyboard', async () => {
  const act = vi.fn()
  mount(() => h(CauseMoves, { cause: sampleCause, live: true, onAct: act }))
  await expect.element(page.getByText('Ask the user.')).toBeVisible()
  page.getByRole('button', { name: 'Type the password again' }).element().focus()
  await userEvent.keyboard('{Enter}')
  expect(act).toHaveBeenCalledExactlyOnceWith({ do: 'edit input', field: 'PASSWORD' })
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.element(page.getByText('aws cognito-idp admin-set-user-password')).toBeVisible()
  await expect.element(page.getByText('AWS CLI · fill in the placeholders')).toBeVisible()
  await expectAccessible()
})

it('offers no action for a run that cannot be gone on with', () => {
  mount(() => h(CauseMoves, { cause: sampleCause, live: false }))
  expect(page.getByRole('button', { name: 'Type the password again' }).elements()).toEqual([])
})
