import { expect, it } from 'vitest'
import type { ContractEvent } from '#contract/events.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import { nameClockJump } from './name-clock-jump.ts'

const call = (at: number): TraceEvent => ({
  type: 'sent',
  at,
  step: 1,
  operation: 'InitiateAuth',
  by: 'person',
})

function observed() {
  const notices: string[] = []
  let elapsed = 0
  const emit = (event: ContractEvent) => {
    if (event.type === 'notice') notices.push(event.text)
  }
  let now = 0
  const observer = nameClockJump(
    { emit },
    () => now,
    () => elapsed,
  )
  return {
    notices,
    event: (runId: string, at: number, elapsedThen: number) => {
      now = at
      elapsed = elapsedThen
      observer.event?.(runId, call(at))
    },
  }
}

it.each([
  [86_400_000, 'ahead by 1 day'],
  [-7_200_000, 'back by 2 hours'],
])('a clock that jumps by %d ms during a sign-in is named once', (jump, words) => {
  const { event, notices } = observed()
  event('a', 1_000_000_000, 0)
  event('a', 1_000_000_000 + jump + 100, 100)
  event('a', 1_000_000_000 + jump + 200, 200)
  expect(notices).toEqual([expect.stringContaining(words)])
})

it('waiting for a person, small corrections, and sign-ins one after another name nothing', () => {
  const { event, notices } = observed()
  event('a', 1_000_000_000, 0)
  event('a', 1_000_600_000, 600_000)
  event('a', 1_000_601_500, 600_500)
  event('b', 2_000_000_000, 600_600)
  expect(notices).toEqual([])
})

it('an event that is reported late is not taken for a clock jump', () => {
  const notices: string[] = []
  const emit = (event: ContractEvent) => {
    if (event.type === 'notice') notices.push(event.text)
  }
  let elapsed = 0
  const start = 1_000_000_000
  const observer = nameClockJump(
    { emit },
    () => start + elapsed,
    () => elapsed,
  )
  elapsed = 7000
  observer.event?.('a', call(start))
  elapsed = 7100
  observer.event?.('a', call(start + 7100))
  expect(notices).toEqual([])
})
