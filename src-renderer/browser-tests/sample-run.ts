import { diagnose } from '#engine/diagnosis/diagnose.ts'
import { timeline, type TimelineStep } from '#engine/trace/timeline.ts'
import { sampleTrace } from '#engine/vectors/sample-trace.ts'
import type { ShownRun } from '../bridge/runs.ts'

/**
 * A run as the window shows it: by password, with a wrong and a right text-message code, the latter
 * after a connection that broke.
 */
export function sampleRun(): ShownRun {
  const { events, secrets } = sampleTrace().trace
  return {
    id: 'run',
    profileId: 'profile',
    timeline: timeline(events),
    secrets,
    diagnosis: diagnose(events),
    pinned: undefined,
  }
}

/** A step of it, by its number from 1. */
export function sampleStep(number: number, more: Partial<TimelineStep> = {}): TimelineStep {
  const step = sampleRun().timeline.steps.find((one) => one.number === number)
  if (!step) throw new Error(`The sample has no step ${String(number)}.`)
  return { ...step, ...more }
}

/** A trigger that ran, and one that refused. */
export const sampleTriggers: TimelineStep['triggers'] = [
  {
    trigger: 'PreAuthentication',
    triggerSource: 'PreAuthentication_Authentication',
    durationMs: 12,
    requestBody: '{"userName":"ada"}',
    body: '{"response":{}}',
    console: ['checking ada'],
  },
  {
    trigger: 'PostAuthentication',
    triggerSource: 'PostAuthentication_Authentication',
    durationMs: 3,
    requestBody: '{}',
    console: [],
    refusal: { error: 'Error', message: 'Not today' },
  },
]
