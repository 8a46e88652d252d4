import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import InputsWithoutEffect from './InputsWithoutEffect.vue'

it('lists the inputs of each operation that change nothing here', async () => {
  const inputs = [{ operation: 'CreateUserPool', members: ['UserPoolTags', 'Schema'] }]
  mount(() => h(InputsWithoutEffect, { inputs }))
  const region = page.getByRole('region', { name: 'Inputs without effect' })
  await expect.element(region).toHaveTextContent('CreateUserPool')
  await expect.element(region).toHaveTextContent('UserPoolTags')
  await expectAccessible()
})

it('is not there without such inputs', () => {
  mount(() => h(InputsWithoutEffect, { inputs: [] }))
  expect(page.getByRole('region').elements()).toEqual([])
})
