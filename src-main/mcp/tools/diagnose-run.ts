import { z } from 'zod'
import { diagnose } from '#engine/diagnosis/diagnose.ts'
import { defineTool } from '../agent-tool.ts'
import { runId } from './run-id.ts'

export const diagnoseRun = defineTool({
  name: 'diagnose_run',
  title: 'Diagnose a run',
  description:
    'Why the calls of a run failed: causes with a verdict (proved, likely, possible), the evidence in the trace, and what to do next. Causes that the trace excludes come on request. explain says more about a code.',
  input: z.strictObject({
    run: runId,
    excluded: z.boolean().default(false).describe('Also give what the trace excludes, and why.'),
  }),
  effect: 'read',
  run: async ({ excluded, run }, call) => {
    const all = diagnose((await call.open(run)).trace.events)
    const shown = all.filter(({ verdict }) => excluded || verdict !== 'excluded')
    if (shown.length === 0)
      return {
        text: `No cause was found: nothing in this run failed in a way that a rule knows. ${String(all.length)} causes are excluded.`,
      }
    return {
      text: `${String(shown.length)} causes, strongest first; ${String(all.length - shown.length)} excluded ones are left out.`,
      data: shown,
    }
  },
})
