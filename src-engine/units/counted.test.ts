import { expect, it } from 'vitest'
import { counted, grouped } from './counted.ts'

it.each([
  [0, '0 runs'],
  [1, '1 run'],
  [2, '2 runs'],
  [1234, '1,234 runs'],
])('%d of something is written with its noun: %s', (count, text) => {
  expect(counted(count, 'run')).toBe(text)
})

it('an irregular plural is written as named', () => {
  expect(counted(1, 'entry', 'entries')).toBe('1 entry')
  expect(counted(3, 'entry', 'entries')).toBe('3 entries')
})

it('a large number has commas, whatever the system’s language', () => {
  expect(grouped(1_234_567)).toBe('1,234,567')
})
