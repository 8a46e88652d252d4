import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleRun } from '../../browser-tests/sample-run.ts'
import TokensPanel from './TokensPanel.vue'

it('shows the tokens of a sign-in, and refreshes them with the keyboard', async () => {
  fakeBridge()
  const refresh = vi.fn()
  mount(() => h(TokensPanel, { run: sampleRun(), canRefresh: true, onRefresh: refresh }))
  await expect
    .element(page.getByRole('region', { name: 'Tokens of this sign-in' }))
    .toHaveTextContent('aws.cognito.signin.user.admin')
  await expectAccessible()
  page.getByRole('button', { name: 'Refresh', exact: true }).element().focus()
  await userEvent.keyboard('{Enter}')
  expect(refresh).toHaveBeenCalledOnce()
})

it('says where tokens appear while there are none', async () => {
  fakeBridge()
  mount(() => h(TokensPanel, { run: undefined, canRefresh: false }))
  await expect.element(page.getByText('No tokens yet')).toBeVisible()
})
