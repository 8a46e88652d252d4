import { expect, test } from 'vitest'
import { visibleText, withVisibleTexts } from './visible-text.ts'

test.each([
  ['\u001b[2J', '\\u001b[2J'],
  ['a\u202egnp.exe', 'a\\u202egnp.exe'],
  ['\u2066a\u2069', '\\u2066a\\u2069'],
  ['\u009b31m', '\\u009b31m'],
  ['a\r', 'a\\u000d'],
  ['tab\tand\nline, ü 密 😀', 'tab\tand\nline, ü 密 😀'],
])('%j is shown as %j', (text, shown) => {
  expect(visibleText(text)).toBe(shown)
})

test('JSON text with such characters means the same afterwards', () => {
  const value = { '\u202e': ['\u009b', 'é\u2028'] }
  expect(JSON.parse(visibleText(JSON.stringify(value)))).toEqual(value)
})

test('every text of a value is made visible, but for bodies, which an editor shows', () => {
  const shown = withVisibleTexts({ message: '\u202ea', list: ['\u001b'], body: '\u202eb', n: 1 })
  expect(shown).toEqual({ message: '\\u202ea', list: ['\\u001b'], body: '\u202eb', n: 1 })
})
