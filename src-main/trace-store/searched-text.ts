import type { StoredRun } from './trace-store.ts'

/** Longer texts are hex numbers and token parts, which nobody searches for. */
const longest = 300

/** The texts that a search looks through: those of the row and of its open events, in lowercase. */
export function searchedText({ events, run }: Pick<StoredRun, 'events' | 'run'>): string {
  const texts = new Set<string>()
  const gather = (value: unknown): void => {
    if (typeof value === 'string' && value.length <= longest) texts.add(value.toLowerCase())
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(gather)
  }
  gather([run, events])
  return [...texts].join('\n')
}

/** The words of a search; each has to be found. */
export const searchWords = (search: string): readonly string[] =>
  search.toLowerCase().split(/\s+/).filter(Boolean)
