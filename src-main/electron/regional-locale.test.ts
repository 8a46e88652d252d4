import { expect, test } from 'vitest'
import { regionalLocale } from './regional-locale.ts'

test('the region of dates is that of LC_ALL, LC_TIME or LANG, in this order', () => {
  expect(regionalLocale({ LANG: 'en_US.UTF-8', LC_TIME: 'de_CH.UTF-8' }, 'en-US')).toBe('de-CH')
  expect(regionalLocale({ LANG: 'de_DE@euro', LC_ALL: 'en_GB', LC_TIME: 'fr_FR' }, '')).toBe(
    'en-GB',
  )
  expect(regionalLocale({ LANG: 'ja_JP.eucJP', LC_TIME: '' }, 'en-US')).toBe('ja-JP')
})

test('without a usable variable the region is the one that the system tells', () => {
  expect(regionalLocale({}, 'en-DE')).toBe('en-DE')
  expect(regionalLocale({ LANG: 'C.UTF-8' }, 'sv-SE')).toBe('sv-SE')
  expect(regionalLocale({ LC_TIME: '../etc', LANG: 'POSIX' }, '!')).toBe('')
})
