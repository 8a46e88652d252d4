import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import OperationGaps from './OperationGaps.vue'

const title = 'Inputs without effect'

it('lists what is missing of each operation', async () => {
  const gaps = [
    { operation: 'CreateUserPool', details: ['UserPoolTags', 'Schema'] },
    { operation: 'TagResource', details: ['3×'] },
  ]
  mount(() => h(OperationGaps, { title, text: 'The calls succeeded.', gaps }))
  const region = page.getByRole('region', { name: title })
  await expect.element(region).toHaveTextContent(/CreateUserPool\s*UserPoolTags\s*Schema/)
  await expect.element(region).toHaveTextContent(/TagResource\s*3×/)
  await expectAccessible()
})

it('is not there while nothing is missing', () => {
  mount(() => h(OperationGaps, { title, text: '', gaps: [] }))
  expect(page.getByRole('region').elements()).toEqual([])
})
