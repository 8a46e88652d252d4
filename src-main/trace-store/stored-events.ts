import { BridgeError } from '#contract/failure.ts'
import { traceVersion, type TraceEvent } from '#engine/trace/event.ts'
import { parseTrace } from '#engine/trace/parse-trace.ts'

/**
 * Events as they were stored, in today's shapes: checked once, here.
 * @throws BridgeError `run-damaged`
 */
export function storedEvents(events: unknown): readonly TraceEvent[] {
  const document = { events, secrets: [] }
  const version = versionOf(events)
  const parsed = parseTrace(document, version)
  if (parsed.ok) return parsed.trace.events
  // The first builds of version 3 stored upgraded events without raising the version in them.
  const present = parseTrace(document, traceVersion)
  if (present.ok) return present.trace.events
  throw damagedRun(
    parsed.reason === 'newer'
      ? `it was written by a newer Authscope (format ${String(version)})`
      : parsed.damage,
  )
}

/** What a run that cannot be read is refused with; its row and the other runs are not affected. */
export const damagedRun = (damage: string): BridgeError =>
  new BridgeError(
    'run-damaged',
    `This sign-in cannot be read from the history: ${damage}. The other sign-ins are not affected.`,
  )

export const isDamagedRun = (error: unknown): boolean =>
  error instanceof BridgeError && error.code === 'run-damaged'

/** The version that the first event says; traces of before there were others say none. */
function versionOf(events: unknown): number {
  if (!Array.isArray(events)) return traceVersion
  const started: unknown = events.find(
    (event: unknown) => isObject(event) && event['type'] === 'started',
  )
  const version = isObject(started) ? started['version'] : undefined
  return typeof version === 'number' && Number.isInteger(version) ? version : 1
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
