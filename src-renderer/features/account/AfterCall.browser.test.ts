import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { withSignIn } from '../../browser-tests/with-profile.ts'
import AfterCall from './AfterCall.vue'

it('says which tokens still work, once it was asked to check with the keyboard', async () => {
  fakeBridge({
    'call.prove': () => ({
      tokens: [{ use: 'access', verdict: 'dead', reason: 'NotAuthorizedException.' }],
      offline: 'Its signature stays valid until 13:00.',
    }),
  })
  const view = withSignIn(() => h(AfterCall))
  mount(() => h(view))
  page.getByRole('button', { name: 'Check which tokens still work' }).element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('The access token no longer works.')).toBeVisible()
  await expectAccessible()
})
