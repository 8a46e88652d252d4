import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import UnknownOperations from './UnknownOperations.vue'

it('counts the calls of each operation that is not supported', async () => {
  mount(() => h(UnknownOperations, { operations: [{ operation: 'TagResource', count: 3 }] }))
  const region = page.getByRole('region', { name: 'Unknown operations' })
  await expect.element(region).toHaveTextContent(/TagResource\s*3×/)
  await expectAccessible()
})

it('is not there while all operations are supported', () => {
  mount(() => h(UnknownOperations, { operations: [] }))
  expect(page.getByRole('region').elements()).toEqual([])
})
