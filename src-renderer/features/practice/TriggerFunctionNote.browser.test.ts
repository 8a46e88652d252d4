import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import TriggerFunctionNote from './TriggerFunctionNote.vue'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:pre'

it('says how a function without code gets some', async () => {
  mount(() => h(TriggerFunctionNote, { arn, hasCode: false }))
  await expect.element(page.getByText(`pool --trigger ${arn}=FILE`)).toBeVisible()
  await expectAccessible()
})

it('says where the code of a function is used', async () => {
  mount(() => h(TriggerFunctionNote, { arn, hasCode: true }))
  await expect.element(page.getByText(/in every pool that names it/)).toBeVisible()
})
