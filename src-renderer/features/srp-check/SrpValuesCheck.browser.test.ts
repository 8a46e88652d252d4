import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import SrpValuesCheck from './SrpValuesCheck.vue'

it('names the first wrong value of what was pasted', async () => {
  const { calls } = fakeBridge({
    'srp.check': () => ({
      checks: [
        { name: 'u', verdict: 'wrong', formula: 'f', expected: 'ff', reason: 'u is hashed wrong.' },
      ],
      unknown: [],
    }),
  })
  mount(() => h(SrpValuesCheck))
  await userEvent.fill(page.getByLabelText('Values of another implementation'), 'u = 1')
  page.getByRole('button', { name: 'Check values' }).element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('The first wrong value is u.')).toBeVisible()
  expect(calls).toEqual([{ route: 'srp.check', input: { text: 'u = 1' } }])
  await expectAccessible()
})
