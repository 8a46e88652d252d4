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
    const { firstDifference, onlyTiming, run, same, steps } = compareRuns(
      first.trace.events,
      second.trace.events,
    )
    if (same) return { text: 'The runs do not differ in anything but what is new in every run.' }
    const data = {
      run: unexpected(run),
      firstDifference,
      steps: steps.map((step) => ({ ...step, differences: unexpected(step.differences) })),
    }
    const headline = onlyTiming ? 'Only timing differs. ' : ''
    return {
      text: `${headline}Left is a, right is b; firstDifference counts the steps from 0.`,
      data,
    }
  },
})

const unexpected = (differences: readonly Difference[]) =>
  differences
    .filter(({ expected }) => !expected)
    .map(({ expected: _, title: __, ...difference }) => difference)
