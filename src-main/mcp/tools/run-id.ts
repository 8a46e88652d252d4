import { z } from 'zod'

/** How a tool is told of a run. */
export const runId = z.string().min(1).max(100).describe('Id of the run, as list_runs gives it.')
