import type { Timeline, TimelineStep } from '#engine/trace/timeline.ts'

/** The position of a call in the whole run, in percent of the time that calls and computing took. */
export interface Span {
  readonly left: number
  readonly width: number
  /** The part of the bar, from its start, in which values were made here before sending. */
  readonly computed: number
}

/**
 * The bars of the waterfall by step number. Time in which a challenge waited for the person is cut
 * out: it would squeeze the calls, which are what is compared, to nothing.
 */
export function spans(run: Pick<Timeline, 'steps'>): ReadonlyMap<number, Span> {
  const called = run.steps.filter((step) => step.operation !== undefined)
  const lengthOf = ({ durationMs = 0, computedMs }: TimelineStep): number => durationMs + computedMs
  const total = called.reduce((sum, step) => sum + lengthOf(step), 0)
  const result = new Map<number, Span>()
  let from = 0
  for (const step of called) {
    const length = lengthOf(step)
    if (total > 0)
      result.set(step.number, {
        left: (100 * from) / total,
        width: (100 * length) / total,
        computed: length > 0 ? (100 * step.computedMs) / length : 0,
      })
    from += length
  }
  return result
}
