import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleProfile, withProfiles } from '../../browser-tests/with-profile.ts'
import NextSignIn from './NextSignIn.vue'

it('chooses what the next sign-ins do, by keyboard too', async () => {
  const { calls } = fakeBridge()
  const view = withProfiles([sampleProfile], () => h(NextSignIn))
  mount(() => h(view))
  await expectAccessible()
  await page.getByLabelText('User verification').selectOptions('fail user verification')
  page
    .getByRole('checkbox', { name: /^Send an old sign count/ })
    .element()
    .focus()
  await userEvent.keyboard(' ')
  const chosen = () =>
    calls.filter(({ route }) => route === 'passkey.choose').map(({ input }) => input)
  await expect
    .poll(chosen)
    .toMatchObject([{ choice: { verification: 'refused' } }, { choice: { oldCounter: true } }])
})
