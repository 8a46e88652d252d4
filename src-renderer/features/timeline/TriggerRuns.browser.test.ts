import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleTriggers } from '../../browser-tests/sample-run.ts'
import TriggerRuns from './TriggerRuns.vue'

it('lists the triggers in their order, each with its result and duration', async () => {
  mount(() => h(TriggerRuns, { triggers: sampleTriggers }))
  const items = page.getByRole('list', { name: 'Triggers' }).getByRole('listitem')
  await expect.element(items.nth(0)).toHaveTextContent(/PreAuthentication.*passed.*12 ms/)
  await expect.element(items.nth(1)).toHaveTextContent(/PostAuthentication.*failed.*3/)
  await expectAccessible()
})
