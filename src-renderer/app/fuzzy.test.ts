import { expect, test } from 'vitest'
import { fuzzyFilter, fuzzyScore } from './fuzzy.ts'

test('beginnings of words come before letters strewn about', () => {
  const found = fuzzyFilter(['Export the trace', 'Settings', 'New profile'], 'np', (text) => text)
  expect(found).toEqual(['New profile'])
  expect(fuzzyScore('set', 'Settings')).toBeGreaterThan(fuzzyScore('set', 'sales export') ?? 0)
})

test('an empty query keeps the order of the list', () => {
  expect(fuzzyFilter(['b', 'a'], ' ', (text) => text)).toEqual(['b', 'a'])
})
