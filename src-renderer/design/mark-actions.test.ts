import { expect, test } from 'vitest'
import { markHue, markWords } from './mark-actions.ts'

test('the same session has the same colour, and other secrets have none of their own', () => {
  expect(markHue('‹session 9f3a›')).toBe(markHue('‹session 9f3a›'))
  expect(markHue('‹session 9f3a›')).not.toBe(markHue('‹session 9f3b›'))
  expect(markHue('‹password 9f3a›')).toBeUndefined()
})

test('a mark reads without its signs', () => {
  expect(markWords('‹refresh token 00ff›')).toBe('refresh token 00ff')
})
