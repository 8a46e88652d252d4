import { z } from 'zod'
import { defineTool } from '../agent-tool.ts'
import { outlineOf } from '../run-outline.ts'
import { runId } from './run-id.ts'

export const runOutline = defineTool({
  name: 'run_outline',
  title: 'Outline of a run',
  description:
    'Every call of a run with its challenge, status and duration, how the run ended, and its causes by name.',
  input: z.strictObject({ run: runId }),
  effect: 'read',
  run: async ({ run }, call) => ({
    text: 'The outline of the run.',
    data: outlineOf(await call.open(run)),
  }),
})
