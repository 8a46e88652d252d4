import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import OrderedSteps from './OrderedSteps.vue'

it('lists its steps in their order, under its name', async () => {
  mount(() =>
    h(OrderedSteps, {
      label: 'Triggers',
      steps: [
        { name: 'PreSignUp', remark: 'ran', when: '3 ms' },
        { name: 'PostConfirmation', remark: 'not reached', dim: true },
      ],
    }),
  )
  await expect.element(page.getByRole('list', { name: 'Triggers' })).toBeVisible()
  expect(page.getByRole('listitem').elements()).toHaveLength(2)
  await expectAccessible()
})
