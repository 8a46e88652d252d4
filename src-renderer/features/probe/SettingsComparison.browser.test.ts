import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { profile as profileSchema, type Profile } from '#contract/routes/profiles.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleOf } from '../../browser-tests/sample-of.ts'
import SettingsComparison from './SettingsComparison.vue'

const profile = (id: string, name: string): Profile => ({
  ...(sampleOf(profileSchema) as Profile),
  id,
  name,
})

it('compares two profiles by keyboard, member by member', async () => {
  const differences = [{ member: 'RefreshTokenValidity', before: '30', after: '' }]
  const { calls } = fakeBridge({
    'probe.compareSettings': () => ({
      parts: [{ title: 'App client', differences }],
      refused: [],
    }),
  })
  mount(() =>
    h(SettingsComparison, {
      profile: profile('a', 'Staging'),
      others: [profile('b', 'Live')],
    }),
  )
  await userEvent.keyboard('{Tab}{Tab}{Enter}')
  await expect
    .element(page.getByRole('row', { name: 'RefreshTokenValidity' }))
    .toHaveTextContent('not set')
  expect(calls).toEqual([
    { route: 'probe.compareSettings', input: { profileId: 'a', otherId: 'b' } },
  ])
  await expectAccessible()
})
