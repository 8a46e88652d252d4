import { expect, it } from 'vitest'
import { outcomeLabel } from './report.ts'

it('an error without a message is its name alone', () => {
  const step = { number: 1, operation: 'InitiateAuth', attempts: 1 }
  const label = (message: string) =>
    outcomeLabel({ ...step, error: { name: 'UnknownOperationException', message } } as Parameters<
      typeof outcomeLabel
    >[0])
  expect(label('')).toBe('UnknownOperationException')
  expect(label('Unknown.')).toBe('UnknownOperationException: Unknown.')
})
