import { traceVersion } from './event.ts'

/** One step for each earlier version, which turns a document of that version into one of the next. */
const steps: ReadonlyMap<number, (document: object) => object> = new Map([
  // The second knows `triggered` as well, and changes nothing of what was there before.
  [1, (document: object) => document],
  [2, inStandardTerms],
])

/** The third version renames two events and two members of events. */
function inStandardTerms(document: object): object {
  if (!('events' in document) || !Array.isArray(document.events)) return document
  return { ...document, events: document.events.map(eventInStandardTerms) }
}

function eventInStandardTerms(event: unknown): unknown {
  if (typeof event !== 'object' || event === null || !('type' in event)) return event
  const members = Object.entries(event).map(([name, value]: [string, unknown]) => [
    memberNames.get(name) ?? name,
    name === 'type' && typeof value === 'string' ? (eventTypes.get(value) ?? value) : value,
  ])
  return Object.fromEntries(members)
}

const eventTypes: ReadonlyMap<string, string> = new Map([
  ['made', 'computed'],
  ['asked', 'prompted'],
])

const memberNames: ReadonlyMap<string, string> = new Map([
  ['mistake', 'fault'],
  ['notMade', 'notComputable'],
])

/** The document in the present version, or why it cannot be brought there. */
export function upgrade(
  document: object,
  version: number,
): { readonly document: object } | { readonly tooNew: true } | { readonly unknown: true } {
  if (version > traceVersion) return { tooNew: true }
  let upgraded = document
  for (let at = version; at < traceVersion; at += 1) {
    const step = steps.get(at)
    if (!step) return { unknown: true }
    upgraded = step(upgraded)
  }
  return { document: upgraded }
}
