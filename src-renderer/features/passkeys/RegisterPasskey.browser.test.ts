import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import { withSignIn } from '../../browser-tests/with-profile.ts'
import RegisterPasskey from './RegisterPasskey.vue'

it('registers a passkey in an authenticator as it was chosen', async () => {
  const { calls } = fakeBridge()
  const open = model<boolean, 'open'>(true, 'open')
  const view = withSignIn(() => h(RegisterPasskey, open.props()))
  mount(() => h(view))
  await page.getByLabelText('Transport').selectOptions('USB')
  await expectAccessible()
  await page.getByLabelText('Name').fill('Mine')
  await userEvent.keyboard('{Enter}')
  await expect
    .poll(() => calls.find(({ route }) => route === 'passkey.register')?.input)
    .toMatchObject({ runId: 'run', name: 'Mine', authenticator: { transport: 'usb' } })
  await expect.poll(() => open.value).toBe(false)
})

it('stays open, and says why, when Cognito refuses', async () => {
  fakeBridge({ 'passkey.register': () => ({ refused: 'LimitExceededException' }) })
  const open = model<boolean, 'open'>(true, 'open')
  const view = withSignIn(() => h(RegisterPasskey, open.props()))
  mount(() => h(view))
  await page.getByRole('button', { name: 'Register' }).click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('LimitExceededException')
  expect(open.value).toBe(true)
})
