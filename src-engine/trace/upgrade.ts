import { traceVersion } from './event.ts'

/**
 * One step for each earlier version, which turns a document of that version into one of the next.
 * Empty as long as there is one version.
 */
const steps: ReadonlyMap<number, (document: object) => object> = new Map()

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
