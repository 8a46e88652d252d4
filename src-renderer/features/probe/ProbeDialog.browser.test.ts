import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import type { ProbeResult } from '#contract/routes/probes.ts'
import type { Profile } from '#contract/routes/profiles.ts'
import { contract } from '#contract/contract.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import { sampleOf } from '../../browser-tests/sample-of.ts'
import ProbeDialog from './ProbeDialog.vue'

const profile: Profile = {
  ...(sampleOf(contract['profile.create'].output) as Profile),
  id: 'p',
  name: 'Shop',
}
const result: ProbeResult = {
  at: 1_790_000_000_000,
  runId: 'r',
  username: 'probe-1@invalid.example',
  made: 1,
  planned: 1,
  done: true,
  findings: [
    { id: 'client', title: 'The app client exists', verdict: 'yes', reason: 'It answered.' },
  ],
}

it('says what the calls cost before it makes them, and shows what they found', async () => {
  const { calls } = fakeBridge({
    'probe.plan': () => ({ calls: [{ title: 'InitiateAuth', cost: 'One failed sign-in.' }] }),
    'probe.run': () => result,
  })
  const open = model(true, 'open')
  mount(() => h(ProbeDialog, { profile, ...open.props() }))
  await expect.element(page.getByText('One failed sign-in.')).toBeVisible()
  expect(calls.map(({ route }) => route)).toEqual(['probe.plan'])
  await expectAccessible()
  page.getByRole('button', { name: 'Make 1 calls' }).element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('The app client exists')).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Test again' })).toBeVisible()
  await expectAccessible()
})
