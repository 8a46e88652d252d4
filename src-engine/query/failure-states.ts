import type { Timeline } from '../trace/timeline.ts'

/** The states of a run that count as failed. */
export const failureStates = [
  'refused',
  'failed',
  'not sent',
] as const satisfies readonly Timeline['state'][]
