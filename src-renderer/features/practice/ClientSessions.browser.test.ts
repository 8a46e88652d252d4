import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { samplePracticeClient } from '../../browser-tests/sample-practice.ts'
import ClientSessions from './ClientSessions.vue'

it('sets the sessions of an app client with the keyboard', async () => {
  const { calls } = fakeBridge()
  const userPoolId = 'us-east-1_Practice1'
  const client = { ...samplePracticeClient, ssoSessionMinutes: 60 }
  mount(() => h(ClientSessions, { client, userPoolId }))
  const minutes = page.getByLabelText('web-public, minutes')
  await expect.element(minutes).toHaveValue(60)
  await expectAccessible()
  minutes.element().focus()
  await userEvent.keyboard('{ControlOrMeta>}a{/ControlOrMeta}30{Enter}')
  const change = { kind: 'client sessions', clientId: '1practice', maxValidityMinutes: 30 }
  expect(calls.map(({ input }) => input)).toEqual([{ userPoolId, change }])
})
