import type { RunObserver } from '#main/runs/run-observer.ts'
import type { Application } from '../application.ts'
import { counted } from '#engine/units/counted.ts'

/** Milliseconds that the two clocks may differ by the system's own small corrections. */
const tolerance = 5000

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/**
 * Says when the system's clock was set, or the computer slept, while a sign-in was in progress: its
 * times, and the age of its session, are off by that.
 * @param now milliseconds by the system's clock
 * @param elapsed milliseconds by a clock that nobody sets
 */
export function nameClockJump(
  { emit }: Pick<Application, 'emit'>,
  now: () => number = () => Date.now(),
  elapsed: () => number = () => performance.now(),
): RunObserver {
  const offsets = new Map<string, number>()
  return {
    event: (runId, event) => {
      // Both now: an event may be reported long after it happened.
      const offset = now() - elapsed()
      const before = offsets.get(runId) ?? offset
      const jump = offset - before
      if (Math.abs(jump) > tolerance)
        emit({
          type: 'notice',
          text: `The clock jumped ${jump > 0 ? 'ahead' : 'back'} by ${inLargestUnit(Math.abs(jump))} during a sign-in: it was set, or the computer slept. Times and the session’s age in this run are off by that; sign in again for correct ones.`,
        })
      if (event.type === 'ended') offsets.delete(runId)
      else offsets.set(runId, offset)
    },
  }
}

function inLargestUnit(milliseconds: number): string {
  const [name, length] = units.find(([, long]) => milliseconds >= long) ?? units[3]
  return counted(Math.round(milliseconds / length), name)
}
