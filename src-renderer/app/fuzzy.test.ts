import { expect, test } from 'vitest'
import { fuzzyFilter, fuzzyScore } from './fuzzy.ts'

const same = (text: string): string => text
const none = (): string => ''

test('beginnings of words come before letters strewn about', () => {
  const found = fuzzyFilter(['Export the trace', 'Settings', 'New profile'], 'np', same, none)
  expect(found).toEqual(['New profile'])
  expect(fuzzyScore('set', 'Settings')).toBeGreaterThan(fuzzyScore('set', 'sales export') ?? 0)
})

test('a word that is typed whole is not outdone by letters that begin other words', () => {
  const users = ['Sign in as mfa-setup-user', 'Sign in as sms-user']
  expect(fuzzyFilter(users, 'sign sms', same, none)[0]).toBe('Sign in as sms-user')
})

test('an empty query keeps the order of the list', () => {
  expect(fuzzyFilter(['b', 'a'], ' ', same, none)).toEqual(['b', 'a'])
})

test('a long note does not fit by letters strewn about, and comes after every title', () => {
  const notes = { alice: 'never ends with that', bob: 'has a new password', 'New profile': '' }
  const found = fuzzyFilter(Object.keys(notes), 'new', same, (name) => notes[name as 'bob'])
  expect(found).toEqual(['New profile', 'bob'])
})
