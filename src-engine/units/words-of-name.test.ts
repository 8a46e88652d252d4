import { expect, it } from 'vitest'
import { titleOfName, wordsOfName } from './words-of-name.ts'

it.each([
  ['lastWrongMs', 'last wrong ms'],
  ['moon-phase', 'moon phase'],
  ['overUserID', 'over user ID'],
  ['USER_AUTH', 'USER_AUTH'],
  ['SECRET_HASH', 'SECRET_HASH'],
  ['over', 'over'],
  ['', ''],
])('“%s” is read as “%s”', (name, words) => {
  expect(wordsOfName(name)).toBe(words)
})

it('begins a line with a capital letter', () => {
  expect(titleOfName('expiresIn')).toBe('Expires in')
})
