import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import type { ShownPoolSettings } from '#contract/routes/probes.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import PoolSettings from './PoolSettings.vue'

const settings: ShownPoolSettings = {
  parts: [{ title: 'App client', members: [{ name: 'ExplicitAuthFlows', value: '[]' }] }],
  flows: [
    {
      flow: 'USER_SRP_AUTH',
      summary: 'USER_SRP_AUTH is off',
      findings: [
        {
          code: 'AS1002',
          level: 'bad',
          text: 'USER_SRP_AUTH is off.',
          lines: [{ kind: 'terraform', text: 'explicit_auth_flows = []' }],
        },
      ],
    },
  ],
  refused: [{ operation: 'AdminGetUser', message: 'AccessDeniedException' }],
}

it('says what prevents the flow, how to change it, and what could not be read', async () => {
  mount(() => h(PoolSettings, { settings, flow: 'USER_SRP_AUTH' }))
  await expect.element(page.getByText('USER_SRP_AUTH is off.')).toBeVisible()
  await page.getByText('How to change it').click()
  await expect.element(page.getByText('explicit_auth_flows = []')).toBeVisible()
  await expect.element(page.getByText('AccessDeniedException')).toBeVisible()
  await expectAccessible()
})
