import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { BridgeError } from '#contract/failure.ts'
import { profile as profileSchema, type Profile } from '#contract/routes/profiles.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleOf } from '../../browser-tests/sample-of.ts'
import FlowSettings from './FlowSettings.vue'

const profile = (id: string, name: string): Profile => ({
  ...(sampleOf(profileSchema) as Profile),
  id,
  name,
})

it('reads nothing until somebody asks, and then says in one line what the settings say', async () => {
  const { calls } = fakeBridge({
    'probe.readSettings': () => ({
      parts: [],
      flows: [{ flow: 'USER_AUTH', summary: 'USER_AUTH is off · MFA optional', findings: [] }],
      refused: [],
    }),
  })
  const own = profile('a', 'Staging')
  mount(() => h(FlowSettings, { profile: own, profiles: [own], flow: 'USER_AUTH' }))
  await page.getByText('Pool settings: not read').click()
  expect(calls).toEqual([])
  await page.getByRole('button', { name: 'Read with AWS credentials' }).click()
  await expect.element(page.getByText('USER_AUTH is off · MFA optional')).toBeVisible()
  expect(calls).toEqual([{ route: 'probe.readSettings', input: { profileId: 'a' } }])
  await expectAccessible()
})

it('says why nothing could be read, and can be asked again', async () => {
  fakeBridge({
    'probe.readSettings': () => {
      throw new BridgeError('credentials-missing', 'No AWS credentials were found.')
    },
  })
  const own = profile('b', 'Production')
  mount(() => h(FlowSettings, { profile: own, profiles: [own], flow: 'USER_AUTH' }))
  await page.getByText('Pool settings: not read').click()
  await page.getByRole('button', { name: 'Read with AWS credentials' }).click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('No AWS credentials were found.')
  await expect
    .element(page.getByRole('button', { name: 'Read with AWS credentials' }))
    .toBeEnabled()
})
