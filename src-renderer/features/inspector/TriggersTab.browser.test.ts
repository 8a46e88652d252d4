import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleTriggers } from '../../browser-tests/sample-run.ts'
import TriggersTab from './TriggersTab.vue'

it('shows the event, the answer and the console of each trigger', async () => {
  mount(() => h(TriggersTab, { triggers: sampleTriggers }))
  const first = page.getByRole('region', { name: 'Trigger PreAuthentication_Authentication' })
  await expect.element(first.getByText('checking ada')).toBeVisible()
  const second = page.getByRole('region', { name: 'Trigger PostAuthentication_Authentication' })
  await expect.element(second.getByText('Not today')).toBeVisible()
  await expect.element(second.getByText('It returned nothing.')).toBeVisible()
  await expectAccessible()
})
