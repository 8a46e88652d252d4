import type { Timeline } from '../trace/timeline.ts'
import { failureStates } from './failure-states.ts'

/** The runs that began on one local day. */
export interface DayOfRuns {
  /** The first instant of the day, in milliseconds since 1970. */
  readonly at: number
  readonly runs: number
  /** How many of them failed. */
  readonly failed: number
}

/** The first instant of the local day of an instant, in milliseconds since 1970. */
export const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

/** Runs counted by the local day on which they began, the latest day first. */
export function daysOfRuns(
  runs: readonly { readonly startedAt: number; readonly state: Timeline['state'] }[],
): readonly DayOfRuns[] {
  const days = new Map<number, DayOfRuns>()
  for (const { startedAt, state } of runs) {
    const at = startOfDay(startedAt)
    const { failed, runs: before } = days.get(at) ?? { failed: 0, runs: 0 }
    const isFailure = failureStates.some((one) => one === state)
    days.set(at, { at, runs: before + 1, failed: failed + Number(isFailure) })
  }
  return [...days.values()].sort((a, b) => b.at - a.at)
}
