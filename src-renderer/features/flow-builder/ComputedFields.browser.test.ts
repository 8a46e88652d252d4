import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import ComputedFields from './ComputedFields.vue'
import { useDraft } from './draft.ts'

it('shows what is computed for the chosen flow', async () => {
  fakeBridge()
  mount(() => {
    useDraft().flow = 'USER_SRP_AUTH'
    return h(ComputedFields)
  })
  await expect.element(page.getByText('SRP_A', { exact: true })).toBeVisible()
  await expect.element(page.getByText('computed on send', { exact: true })).toBeVisible()
  await expectAccessible()
})
