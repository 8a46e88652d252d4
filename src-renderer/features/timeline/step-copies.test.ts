import { expect, test } from 'vitest'
import { sampleStep } from '../../browser-tests/sample-run.ts'
import { stepCopies } from './step-copies.ts'

test('request, response and request ID of the last attempt can be copied', () => {
  const step = sampleStep(3)
  const last = step.attempts.at(-1)
  expect(stepCopies(step).map(({ id, text }) => [id, text])).toEqual([
    ['copy-request', last?.requestBody],
    ['copy-response', last?.response?.body],
    ...(last?.response?.requestId ? [['copy-request-id', last.response.requestId]] : []),
  ])
})

test('what is absent cannot be copied', () => {
  const [first] = sampleStep(3).attempts
  if (!first) throw new Error('The sample has attempts.')
  const { response: _none, ...unanswered } = first
  expect(stepCopies({ attempts: [unanswered] }).map(({ id }) => id)).toEqual(['copy-request'])
  expect(stepCopies({ attempts: [] })).toEqual([])
})
