import type { Run } from '#contract/routes/runs.ts'

/** The states of a run that count as failed. */
export const failureStates = [
  'refused',
  'failed',
  'not sent',
] as const satisfies readonly Run['state'][]
