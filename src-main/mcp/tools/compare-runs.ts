import { z } from 'zod'
import { compareRuns } from '#engine/compare/compare-runs.ts'
import { defineTool } from '../agent-tool.ts'
import { runId } from './run-id.ts'

export const compareRunsTool = defineTool({
  name: 'compare_runs',
  title: 'Compare two runs',
  description:
    'What is different between two runs, call by call: requests, responses, facts, claims, causes. The first difference is where they part. Values that differ in every run are left out.',
  input: z.strictObject({ a: runId, b: runId }),
  effect: 'read',
  run: async ({ a, b }, call) => {
    const [first, second] = [await call.open(a), await call.open(b)]
    const found = compareRuns(first.trace.events, second.trace.events)
    return found.length === 0
      ? { text: 'The runs do not differ in anything that is compared.' }
      : { text: `${String(found.length)} differences, in the order of the calls.`, data: found }
  },
})
