import type { TraceEvent } from '#engine/trace/event.ts'
import type { StoredRun } from './trace-store.ts'

/** How much of a run there is: how many events, secrets and attempts' bytes. */
export interface RunExtent {
  readonly events: number
  readonly secrets: number
  readonly bytes: number
}

/** What a run has gained since it was last saved; it only ever grows at its end. */
export interface RunDelta extends StoredRun {
  /** What was there before. */
  readonly since: RunExtent
}

export const extentOf = ({ bytes, events, secrets }: StoredRun): RunExtent => {
  return { events: events.length, secrets: secrets.size, bytes: bytes.length }
}

export const isSameExtent = (one: RunExtent, other: RunExtent): boolean =>
  one.events === other.events && one.secrets === other.secrets && one.bytes === other.bytes

/** A run without the bytes of attempts whose event is still to come: both are kept together. */
export function withoutUnwrittenAttempts(stored: StoredRun): StoredRun {
  const written = new Set(stored.events.flatMap(attemptOf))
  const isWritten = ({ attempt, step }: { readonly attempt: number; readonly step: number }) =>
    written.has(`${String(step)}/${String(attempt)}`)
  return { ...stored, bytes: stored.bytes.filter(isWritten) }
}

const attemptOf = (event: TraceEvent): readonly string[] =>
  event.type === 'attempted' ? [`${String(event.step)}/${String(event.attempt.number)}`] : []

export const deltaSince = (stored: StoredRun, since: RunExtent): RunDelta => ({
  run: stored.run,
  since,
  events: stored.events.slice(since.events),
  secrets: new Map([...stored.secrets].slice(since.secrets)),
  bytes: stored.bytes.slice(since.bytes),
})

/** The run as it is with what it has gained. */
export const withDelta = (before: StoredRun, { bytes, events, run, secrets }: RunDelta) => ({
  run,
  events: [...before.events, ...events],
  secrets: new Map([...before.secrets, ...secrets]),
  bytes: [...before.bytes, ...bytes],
})

export const hasEnded = ({ events }: Pick<StoredRun, 'events'>): boolean =>
  events.some(({ type }) => type === 'ended')
