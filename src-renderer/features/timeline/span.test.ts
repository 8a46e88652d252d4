import { expect, test } from 'vitest'
import type { TimelineStep } from '#engine/trace/timeline.ts'
import { spans } from './span.ts'

const call = (number: number, durationMs: number, computedMs = 0): TimelineStep => ({
  number,
  status: 'done',
  at: number * 60_000,
  operation: 'InitiateAuth',
  attempts: [],
  computed: [],
  triggers: [],
  facts: [],
  computedMs,
  durationMs,
})

test('bars follow one another and fill the line, however long a person took between them', () => {
  const found = spans({ steps: [call(1, 60, 20), call(2, 20)] })
  expect(found.get(1)).toEqual({ left: 0, width: 80, computed: 25 })
  expect(found.get(2)).toEqual({ left: 80, width: 20, computed: 0 })
})

test('a call without a response yet has no bar', () => {
  expect(spans({ steps: [call(1, 0)] }).size).toBe(0)
})
