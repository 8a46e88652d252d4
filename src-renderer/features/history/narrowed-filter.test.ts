import { expect, it } from 'vitest'
import { narrowedFilter } from './narrowed-filter.ts'

it.each([
  ['', 'user:ada', 'user:ada'],
  ['user:ada', 'user:ada', 'user:ada'],
  ['user:ada pinned', 'user:ada', 'user:ada pinned'],
  ['user:ada', 'not status:refused', 'user:ada not status:refused'],
  ['user:ada', '', 'user:ada'],
])('“%s” narrowed by “%s” is “%s”', (filter, by, narrowed) => {
  expect(narrowedFilter(filter, by)).toBe(narrowed)
})

it.each([
  ['user:ada or user:bob', 'user:ada', '(user:ada or user:bob) user:ada'],
  ['pinned or user:ada', 'user:ada', '(pinned or user:ada) user:ada'],
  ['( pinned or has:note )', 'user:ada', '( pinned or has:note ) user:ada'],
  ['(pinned or user:ada) user:ada', 'user:ada', '(pinned or user:ada) user:ada'],
  ['not ( user:ada pinned )', 'user:ada', 'not ( user:ada pinned ) user:ada'],
  ['has:note not user:ada', 'user:ada', 'has:note not user:ada user:ada'],
])(
  '“%s” with alternatives or negation is narrowed by “%s” as a whole: “%s”',
  (filter, by, text) => {
    expect(narrowedFilter(filter, by)).toBe(text)
  },
)
