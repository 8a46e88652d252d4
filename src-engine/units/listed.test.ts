import { expect, it } from 'vitest'
import { listed } from './listed.ts'

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j is listed as “%s”', (names, text) => {
  expect(listed(names)).toBe(text)
})

it('alternatives are joined by “or”', () => {
  expect(listed(['a', 'b', 'c'], 'or')).toBe('a, b or c')
})
