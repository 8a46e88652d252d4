import { traceVersion } from './event.ts'

/** One step for each earlier version, which turns a document of that version into one of the next. */
const steps: ReadonlyMap<number, (document: object) => object> = new Map([
  // The second knows `triggered` as well, and changes nothing of what was there before.
  [1, (document: object) => document],
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
