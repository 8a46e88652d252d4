import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test } from 'vitest'
import type { TraceEvent } from '#engine/trace/event.ts'
import { useProfiles } from './profiles.ts'
import { selectedStep, useRuns } from './runs.ts'

beforeEach(() => {
  setActivePinia(createPinia())
  useProfiles().selectedId = 'practice'
})

const pending: TraceEvent = {
  type: 'prompted',
  at: 2,
  step: 2,
  challenge: 'SMS_MFA',
  username: 'sms-user',
  parameters: {},
  sessionAt: 1,
  again: false,
}
const sent: TraceEvent = { type: 'sent', at: 1, step: 1, operation: 'InitiateAuth', by: 'person' }

test('events that arrive before the reply of run.start are not lost', () => {
  const runs = useRuns()
  runs.apply({ type: 'run.event', runId: 'r1', event: sent })
  runs.follow('r1', 'practice')
  runs.apply({ type: 'run.event', runId: 'r1', event: pending })
  expect(runs.current?.timeline.state).toBe('waiting')
  expect(runs.current?.timeline.steps).toHaveLength(2)
})

test('without a pinned step the newest is selected, and a pinned one stays', () => {
  const runs = useRuns()
  runs.follow('r1', 'practice')
  runs.apply({ type: 'run.event', runId: 'r1', event: sent })
  expect(selectedStep(runs.current)?.number).toBe(1)
  runs.apply({ type: 'run.event', runId: 'r1', event: pending })
  expect(selectedStep(runs.current)?.number).toBe(2)
  runs.pin('r1', 1)
  expect(selectedStep(runs.current)?.number).toBe(1)
})

test('the events of another run do not change the current one', () => {
  const runs = useRuns()
  runs.follow('r1', 'practice')
  runs.apply({ type: 'run.event', runId: 'r2', event: sent })
  expect(runs.current?.timeline.steps).toEqual([])
})

test('each profile keeps its own run, so that a form is never above another pool’s timeline', () => {
  const runs = useRuns()
  runs.follow('r1', 'practice')
  useProfiles().selectedId = 'other'
  expect(runs.current).toBeUndefined()
  runs.follow('r2', 'other')
  useProfiles().selectedId = 'practice'
  expect(runs.current?.id).toBe('r1')
})
