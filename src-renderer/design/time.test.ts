import { afterEach, expect, test } from 'vitest'
import { shownDate, shownDateAndTime, shownTime, writeTimesAs } from './time.ts'

const instant = new Date(2026, 10, 28, 15, 4, 5).getTime()
afterEach(() => {
  writeTimesAs('')
})

test('dates and times are in the order and the hours of the region, whatever the language', () => {
  writeTimesAs('en-US')
  expect(shownTime(instant)).toMatch(/^3:04:05\sPM$/)
  expect(shownDate(instant)).toBe('November 28, 2026')
  writeTimesAs('en-GB')
  expect(shownTime(instant)).toBe('15:04:05')
  expect(shownDate(instant)).toBe('28 November 2026')
  writeTimesAs('de-CH')
  expect(shownDateAndTime(instant)).toBe('28.11.2026, 15:04:05')
})
