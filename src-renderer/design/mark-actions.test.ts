import { expect, test } from 'vitest'
import { markHue, markWords } from './mark-actions.ts'

test('the same session has the same colour, and other secrets have none of their own', () => {
  expect(markHue('‹session 9f3a›')).toBe(markHue('‹session 9f3a›'))
  expect(markHue('‹session 9f3a›')).not.toBe(markHue('‹session 9f3b›'))
  expect(markHue('‹password 9f3a›')).toBeUndefined()
})

test('no session is drawn in the red or amber of what went wrong', () => {
  for (let digits = 0; digits < 0x10000; digits += 257) {
    const hue = markHue(`‹session ${digits.toString(16).padStart(4, '0')}›`) ?? 0
    expect(hue).toBeGreaterThanOrEqual(150)
    expect(hue).toBeLessThan(270)
  }
})

test('a mark is read without its quotation marks', () => {
  expect(markWords('‹refresh token 00ff›')).toBe('refresh token 00ff')
})
