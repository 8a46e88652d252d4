import { expect, test } from 'vitest'
import { commands } from './commands.ts'
import { findEntries } from './find-entries.ts'

const named = (...titles: readonly string[]) => titles.map((title) => ({ title, note: '' }))
const found = (query: string): readonly string[] =>
  findEntries(
    commands.map((command) => ({ ...command, note: '' })),
    query,
  ).map(({ id }) => id)

test('initials find a command, and letters scattered through a title find nothing', () => {
  expect(found('np')).toContain('profile.new')
  expect(findEntries(named('Sales export', 'Settings'), 'set')).toEqual(named('Settings'))
})

test.each([
  ['curl', 'export.open'],
  ['copy', 'profile.duplicate'],
  ['import', 'profile.new'],
  ['theme', 'view.settings'],
  ['proxy', 'view.settings'],
  ['clear', 'view.settings'],
  ['login', 'sign-in.run'],
  ['jwt', 'view.tokens'],
])('the synonym “%s” finds %s', (query, id) => {
  expect(found(query)).toContain(id)
})

test('every word of the query has to match', () => {
  const users = named('Sign in as mfa-setup-user', 'Sign in as sms-user')
  expect(findEntries(users, 'sign sms')).toEqual(named('Sign in as sms-user'))
})

test('the words of an operation’s name are words', () => {
  const names = named('AdminGetUser', 'GetUser', 'RevokeToken')
  expect(findEntries(names, 'get user')).toEqual(named('GetUser', 'AdminGetUser'))
})

test('an empty query keeps the order of the list', () => {
  expect(findEntries(named('b', 'a'), ' ')).toEqual(named('b', 'a'))
})

test('a match in the note comes after every match in a title', () => {
  const items = [
    { title: 'bob', note: 'has a new password' },
    { title: 'New profile', note: '' },
  ]
  expect(findEntries(items, 'new').map(({ title }) => title)).toEqual(['New profile', 'bob'])
})
