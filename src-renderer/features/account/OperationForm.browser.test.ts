import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { withSignIn } from '../../browser-tests/with-profile.ts'
import { useAccount } from './account.ts'
import OperationForm from './OperationForm.vue'

it('calls with the tokens of the trace below', async () => {
  const { calls } = fakeBridge()
  const view = withSignIn(() => h(OperationForm))
  mount(() => h(view))
  await expect.element(page.getByText(/^Uses from the trace of/)).toBeVisible()
  await expectAccessible()
  page.getByRole('button', { name: 'GetUser', exact: true }).element().focus()
  await userEvent.keyboard('{Enter}')
  await expect
    .poll(() => calls.find(({ route }) => route === 'call.make')?.input)
    .toMatchObject({ operation: 'GetUser', runId: 'run' })
})

it('asks before it does what cannot be undone', async () => {
  const { calls } = fakeBridge()
  const view = withSignIn(() => {
    useAccount().chosen = 'DeleteUser'
    return h(OperationForm)
  })
  mount(() => h(view))
  await page.getByRole('button', { name: 'DeleteUser…' }).click()
  await expect.element(page.getByRole('dialog', { name: 'DeleteUser?' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  expect(calls.map(({ route }) => route)).not.toContain('call.make')
})
