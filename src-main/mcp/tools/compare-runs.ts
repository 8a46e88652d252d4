import { z } from 'zod'
import { compareRuns } from '#engine/compare/compare-runs.ts'
import type { Difference } from '#engine/compare/difference.ts'
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
    if (found.same) return { text: 'The runs do not differ in anything that is compared.' }
    const steps = found.steps
      .map((step) => ({ ...step, differences: unexpected(step.differences) }))
      .filter(({ differences }) => differences.length > 0)
    return {
      text: `${String(steps.length)} calls differ; the first one is where the runs part.`,
      data: { run: unexpected(found.run), steps },
    }
  },
})

const unexpected = (differences: readonly Difference[]) =>
  differences
    .filter(({ expected }) => !expected)
    .map(({ area, left, member, right }) => ({ area, member, a: left, b: right }))
