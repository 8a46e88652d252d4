import { reveal, type Secret } from '../secret/secret.ts'
import type { Trace } from '../trace/event.ts'
import { markPattern } from '../trace/mark-registry.ts'

/**
 * The trace with every mark that `open` knows replaced by its secret: for an export that a person
 * has confirmed, and nothing else. In JSON bodies the value is escaped, so that they stay JSON.
 */
export function restoreSecrets(trace: Trace, open: (mark: string) => Secret | undefined): Trace {
  const restored = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') {
      const inJson = (name === 'body' || name === 'requestBody') && isJson(value)
      return value.replace(markPattern, (mark) => {
        const secret = open(mark)
        if (!secret) return mark
        const text = reveal(secret)
        return inJson ? JSON.stringify(text).slice(1, -1) : text
      })
    }
    if (Array.isArray(value)) return value.map((each: unknown) => restored(each, ''))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([member, each]) => [member, restored(each, member)]),
    )
  }
  return {
    events: trace.events.map((event) => restored(event, '') as typeof event),
    secrets: trace.secrets,
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
