import { expect, it } from 'vitest'
import { completeFilter } from './complete-filter.ts'
import { quotedValue } from './filter-words.ts'
import { parseFilter } from './parse-filter.ts'

const inserted = (text: string, caret = text.length) =>
  completeFilter(text, caret).list.map(({ insert }) => insert)

it('a term is completed from its first letters, and then its values', () => {
  expect(inserted('user:ada st')).toEqual(['status:'])
  expect(inserted('status:ref')).toEqual(['status:refused '])
  expect(inserted('error:CodeMis')).toEqual(['error:CodeMismatchException '])
  expect(inserted('after:l')).toEqual(['after:"last 2h" ', 'after:"last 7d" '])
})

it('the word at the cursor is replaced, and no other', () => {
  expect(completeFilter('st user:ada', 2)).toMatchObject({ start: 0, end: 2 })
})

it('every completion of a value is a filter that can be read', () => {
  for (const term of inserted('').filter((one) => one.endsWith(':')))
    for (const insert of inserted(term)) expect(parseFilter(insert, 0)).toHaveProperty('filter')
})

it('a quoted value is read back as the same value', () => {
  for (const value of ['ada', 'a b', 'say "x"', 'back\\slash', '(x)', 'ü'])
    expect(parseFilter(`user:${quotedValue(value)}`, 0)).toEqual({
      filter: { kind: 'contains', column: 'user', text: value },
    })
})
