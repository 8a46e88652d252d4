import type { FactName } from './define-fact.ts'

/** The calls of other runs to the same endpoint within the last minute, where some were throttled. */
export interface Throttling {
  readonly calls: number
  readonly throttled: number
}

export const throttlingFact: FactName<Throttling> = {
  name: 'throttling',
  title: 'Calls of other runs within a minute',
  valueTitles: {
    calls: 'number',
    throttled: 'throttled',
  },
}
