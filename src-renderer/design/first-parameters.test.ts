import { expect, test } from 'vitest'
import { firstParameters } from './first-parameters.ts'

const parameters = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${String(at)}`, 'v']))

test('of very many parameters the first are shown, and how many more there are', () => {
  const { rest, shown } = firstParameters(parameters(100_000))
  expect(Object.keys(shown)).toHaveLength(200)
  expect(rest).toBe('99,800 more are in the response.')
})

test('a usual number of parameters is shown in full', () => {
  expect(firstParameters(parameters(200))).toEqual({ shown: parameters(200), rest: undefined })
})
