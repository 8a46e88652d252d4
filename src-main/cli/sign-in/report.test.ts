import { expect, it } from 'vitest'
import { outcomeLabel } from './report.ts'

it('an error without a message is its name alone', () => {
  const label = (message: string) =>
    outcomeLabel({ error: { name: 'UnknownOperationException', message } })
  expect(label('')).toBe('UnknownOperationException')
  expect(label('Unknown.')).toBe('UnknownOperationException: Unknown.')
})
