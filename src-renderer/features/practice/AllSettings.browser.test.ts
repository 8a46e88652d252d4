import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { samplePracticePool } from '../../browser-tests/sample-practice.ts'
import { sampleProfile, withProfiles } from '../../browser-tests/with-profile.ts'
import AllSettings from './AllSettings.vue'

const [client] = samplePracticePool.clients
const profile = {
  ...sampleProfile,
  practice: true,
  userPoolId: samplePracticePool.userPoolId,
  clientId: client!.clientId,
}

it('reads the settings of the pool and of its app clients once it is opened', async () => {
  const member = (name: string, value: string) => ({ name, value })
  const { calls } = fakeBridge({
    'probe.readSettings': () => ({
      refused: [],
      flows: [],
      parts: [
        { title: 'App client', members: [member('AccessTokenValidity', '60 minutes')] },
        { title: 'User', members: [member('UserStatus', 'CONFIRMED')] },
        { title: 'User pool', members: [member('Policies.PasswordPolicy.MinimumLength', '8')] },
      ],
    }),
  })
  const view = withProfiles([profile], () => h(AllSettings, { pool: samplePracticePool }))
  mount(() => h(view))
  expect(calls.filter(({ route }) => route === 'probe.readSettings')).toEqual([])
  await userEvent.keyboard('{Tab}{Enter}')
  await userEvent.click(page.getByText(`App client ${client!.name}, 1 member`))
  await expect.element(page.getByText('60 minutes')).toBeVisible()
  await userEvent.click(page.getByText('User pool, 1 member'))
  await expect.element(page.getByText('Policies.PasswordPolicy.MinimumLength')).toBeVisible()
  expect(page.getByText('CONFIRMED').elements()).toEqual([])
  await expectAccessible()
})

it('says which app clients it cannot read', async () => {
  fakeBridge({})
  const view = withProfiles([], () => h(AllSettings, { pool: samplePracticePool }))
  mount(() => h(view))
  await userEvent.keyboard('{Tab}{Enter}')
  await expect
    .element(page.getByText(`App client ${client!.name}: no practice profile uses it.`))
    .toBeVisible()
  await expect.element(page.getByText('Reading…')).not.toBeInTheDocument()
  await expectAccessible()
})
