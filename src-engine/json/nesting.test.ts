import { expect, it } from 'vitest'
import { nestsTooDeep } from './nesting.ts'

it('takes brackets in texts or side by side for levels', () => {
  expect(nestsTooDeep(JSON.stringify({ text: '"['.repeat(500), list: Array(500).fill([]) }))).toBe(
    false,
  )
})

it.each([
  ['lists', '['.repeat(101)],
  ['objects', '{"a":'.repeat(101)],
  ['more levels than a stack has', '['.repeat(1_000_000)],
])('lets %s through', (_what, text) => {
  expect(nestsTooDeep(text)).toBe(true)
})

it('refuses a hundred levels', () => {
  expect(nestsTooDeep('['.repeat(100) + ']'.repeat(100))).toBe(false)
})
