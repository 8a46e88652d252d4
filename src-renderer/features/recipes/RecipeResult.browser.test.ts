import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import { useRecipeResult } from './recipe-result.ts'
import RecipeResult from './RecipeResult.vue'

it('shows what each sign-in and call was expected to come to beside what it came to', async () => {
  const open = model(true, 'open')
  mount(() => h(RecipeResult, open.props()))
  useRecipeResult().outcome = {
    name: 'Ada signs in',
    runId: 'r',
    expectations: 3,
    unmet: [
      { part: 'USER_SRP_AUTH', what: 'outcome', expected: 'refused', actual: 'tokens' },
      { part: 'GetUser', what: 'error', expected: 'NotAuthorizedException', actual: '' },
    ],
  }
  const dialog = page.getByRole('dialog', { name: 'Ada signs in' })
  await expect.element(dialog).toHaveAccessibleDescription(/^2 of 3 expectations not met/)
  await expect
    .element(page.getByRole('row', { name: /outcome/ }))
    .toHaveTextContent('refusedtokens')
  await expect.element(page.getByRole('row', { name: /error/ })).toHaveTextContent(/none$/)
  await expectAccessible()
  await expect.element(page.getByRole('button', { name: 'Close' }).last()).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(open.value).toBe(false)
})
