import { expect, it } from 'vitest'
import { filterChips, filterOfChips, finishedPart } from './filter-chips.ts'

it('a filter is the chips that it is shown as', () => {
  const filter = 'user:ada not status:signed-in ( error:"x y" or pinned )'
  const chips = filterChips(filter)
  expect(chips.map(({ negated, text }) => (negated ? '¬' : '') + text)).toEqual([
    'user:ada',
    '¬status:signed-in',
    '(',
    'error:"x y"',
    'or',
    'pinned',
    ')',
  ])
  expect(filterOfChips(chips)).toBe(filter)
})

it.each([
  ['user:ada', '', 'user:ada'],
  ['user:ada ', 'user:ada', ''],
  ['user:ada not ', 'user:ada', 'not '],
  ['user:ada not pinned', 'user:ada', 'not pinned'],
  ['user:ada not pinned ', 'user:ada not pinned', ''],
  ['user:"ada l', '', 'user:"ada l'],
  ['after:last ', '', 'after:last '],
  ['after:last 2h ', 'after:last 2h', ''],
  ['on:yesterday 14:00 ', 'on:yesterday 14:00', ''],
  ['error: ', '', 'error: '],
])('of “%s” the part “%s” is finished', (typed, finished, rest) => {
  expect(finishedPart(typed)).toEqual({ finished, rest })
})
