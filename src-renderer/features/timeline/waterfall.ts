import type { Attempt } from '#engine/trace/event.ts'
import type { Timeline, TimelineStep } from '#engine/trace/timeline.ts'

/** One bar of the waterfall. Times in milliseconds, from the start of the run. */
export interface WaterfallRow {
  readonly id: string
  readonly step: number
  readonly kind: 'waiting' | 'computed' | 'attempt' | 'pause' | 'trigger'
  readonly label: string
  readonly from: number
  readonly length: number
  /** True of an attempt without an answer, a refusal, or a trigger that refused. */
  readonly failed: boolean
  /** False where the recording has no clock for it: it is drawn after what is before it. */
  readonly timed: boolean
}

/** All of a run on one axis of time. */
export interface Waterfall {
  readonly rows: readonly WaterfallRow[]
  readonly total: number
}

/**
 * Everything that took time in a run: attempts, the pauses between them, what was computed, the time
 * in which a challenge waited for the person, and triggers.
 * @param now where a challenge waits still: until when
 */
export function waterfall(run: Timeline, now: number): Waterfall {
  const rows = run.steps.flatMap((step) => rowsOfStep(step, run, now))
  // A recording may have no start, or a clock that was set back.
  const first = Math.min(0, ...rows.map(({ from }) => from))
  const moved = rows.map((row) => ({ ...row, from: row.from - first }))
  return { rows: moved, total: Math.max(1, ...moved.map(({ from, length }) => from + length)) }
}

function rowsOfStep(step: TimelineStep, run: Timeline, now: number): readonly WaterfallRow[] {
  const { attempts, computedMs, number, operation, pending } = step
  const rows: WaterfallRow[] = []
  const add = (
    kind: WaterfallRow['kind'],
    label: string,
    [from, length]: readonly [from: number, length: number],
    more: Partial<WaterfallRow> = {},
  ): void => {
    const id = `${String(number)} ${String(rows.length)}`
    rows.push({ id, step: number, kind, label, from, length, failed: false, timed: true, ...more })
  }
  const sentAt = step.at - run.startedAt
  if (pending && step.by !== 'automatic') {
    const from = pending.at - run.startedAt
    const until = operation === undefined ? (run.endedAt ?? now) - run.startedAt : sentAt
    add('waiting', `Waiting for you: ${pending.challenge}`, [from, Math.max(0, until - from)])
  }
  if (computedMs > 0) {
    const first = attempts[0] ? attempts[0].at - run.startedAt : sentAt
    add('computed', 'Computing values', [first - computedMs, computedMs])
  }
  let end: number | undefined
  for (const [index, attempt] of attempts.entries()) {
    const timed = attempt.notCaptured?.every(({ part }) => part !== 'start time') ?? true
    const from = timed ? attempt.at - run.startedAt : (end ?? sentAt)
    const length = lengthOf(attempt) || (attempts.length === 1 ? (step.durationMs ?? 0) : 0)
    if (timed && end !== undefined && from - end >= 0.05)
      add('pause', 'Pause before the retry', [end, from - end])
    const name = step.challenge ?? operation ?? 'Call'
    const label = attempts.length > 1 ? `${name}, attempt ${String(index + 1)}` : name
    const status = attempt.response?.status
    add('attempt', label, [from, length], {
      timed,
      failed: status === undefined ? attempt.failure !== undefined : status >= 400,
    })
    end = from + length
  }
  if (attempts.length === 0 && operation !== undefined)
    add('attempt', step.challenge ?? operation, [sentAt, step.durationMs ?? 0], {
      failed: step.status === 'refused' || step.status === 'failed',
    })
  // When in the call a trigger ran is not told: they are drawn in their order, from its beginning.
  let at = rows.findLast(({ kind }) => kind === 'attempt')?.from ?? sentAt
  for (const { durationMs, refusal, trigger } of step.triggers) {
    add('trigger', `Trigger ${trigger}`, [at, durationMs], {
      failed: refusal !== undefined,
      timed: false,
    })
    at += durationMs
  }
  return rows
}

const lengthOf = ({ phases }: Attempt): number =>
  Object.values<number>(phases).reduce((sum, length) => sum + length, 0)
