import { expect, it } from 'vitest'
import { nestsTooDeep } from './nesting.ts'

it('brackets in strings or side by side are not nesting', () => {
  expect(nestsTooDeep(JSON.stringify({ text: '"['.repeat(500), list: Array(500).fill([]) }))).toBe(
    false,
  )
})

it.each([
  ['lists', '['.repeat(101)],
  ['objects', '{"a":'.repeat(101)],
  ['more levels than a stack has', '['.repeat(1_000_000)],
])('%s nest too deep', (_what, text) => {
  expect(nestsTooDeep(text)).toBe(true)
})

it('a hundred levels are accepted', () => {
  expect(nestsTooDeep('['.repeat(100) + ']'.repeat(100))).toBe(false)
})
