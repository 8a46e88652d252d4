import type { Document } from './document.ts'

/** A document without a file: for tests, and for a folder that cannot be written. */
export function documentInMemory<T>(first: T): Document<T> {
  let value = first
  return {
    value: () => value,
    change: (update) => {
      value = update(value)
      return Promise.resolve()
    },
    quarantined: [],
  }
}
