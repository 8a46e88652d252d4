import { z } from 'zod'
import type { TimelineStep } from '#engine/trace/timeline.ts'
import { AgentError } from '../agent-error.ts'
import { defineTool } from '../agent-tool.ts'
import { runId } from './run-id.ts'

const parts = {
  all: (step: TimelineStep) => step,
  request: ({ attempts, operation }: TimelineStep) => ({
    operation,
    attempts: attempts.map(({ method, requestBody, requestHeaders, url }) => ({
      method,
      url,
      requestHeaders,
      requestBody,
    })),
  }),
  response: ({ answer, attempts }: TimelineStep) => ({
    answer,
    attempts: attempts.map(({ failure, phases, response }) => ({ response, failure, phases })),
  }),
  computed: ({ computed, facts }: TimelineStep) => ({ computed, facts }),
  triggers: ({ triggers }: TimelineStep) => triggers,
} as const

export const runStep = defineTool({
  name: 'run_step',
  title: 'One step of a run',
  description:
    'One call of a run in full: request and response of each attempt with headers and timing, computed values, facts about its secrets, Lambda triggers of the practice pool.',
  input: z.strictObject({
    run: runId,
    step: z.int().min(1).max(10_000).describe('Number of the step, as run_outline gives it.'),
    part: z.enum(['all', 'request', 'response', 'computed', 'triggers']).default('all'),
  }),
  effect: 'read',
  run: async ({ part, run, step: number }, call) => {
    const { view } = await call.open(run)
    const step = view.steps.find((one) => one.number === number)
    if (!step)
      throw new AgentError(
        `The run has no step ${String(number)}: it has ${view.steps.map((one) => String(one.number)).join(', ') || 'none'}.`,
      )
    return { text: `Step ${String(number)} of the run.`, data: parts[part](step) }
  },
})
