import { z } from 'zod'
import { parseFilter } from '#engine/query/parse-filter.ts'
import { terms } from '#engine/query/terms.ts'
import { AgentError } from '../agent-error.ts'
import { defineTool } from '../agent-tool.ts'
import { outlineOf } from '../run-outline.ts'

export const listRuns = defineTool({
  name: 'list_runs',
  title: 'List runs',
  description: [
    'Lists recorded sign-ins, newest first, with how each ended and its first cause.',
    'The filter language is that of the history: terms must all match, `or`, `not`, parentheses,',
    `and the terms ${terms.map(({ name }) => `${name}:`).join(' ')}`,
    'as in `status:refused error:NotAuthorized after:today`. Other words are searched for.',
  ].join(' '),
  input: z.strictObject({
    filter: z.string().max(1_000).default(''),
    skip: z.int().min(0).max(1_000_000).default(0).describe('How many runs to leave out.'),
    limit: z.int().min(1).max(50).default(20),
  }),
  effect: 'read',
  run: async ({ filter, limit, skip }, call) => {
    const parsed = parseFilter(filter, Date.now())
    if ('error' in parsed) {
      const { end, message, start } = parsed.error
      throw new AgentError(`${message} (characters ${String(start)} to ${String(end)})`)
    }
    // One more, to know whether that is all.
    const found = await call.session.page(parsed.filter, skip, limit + 1)
    const rows = found.slice(0, limit)
    if (rows.length === 0)
      return {
        text:
          skip > 0
            ? `There are no more runs after the first ${String(skip)}.`
            : filter !== ''
              ? 'No run matches.'
              : 'There are no runs yet. open_file opens a HAR, a log or a trace; practice_sign_in performs a sign-in.',
      }
    const runs = []
    for (const { runId } of rows) {
      const { calls, causes, ...row } = outlineOf(await call.open(runId))
      runs.push({ ...row, calls: calls.length, cause: causes[0] })
    }
    const [first, last] = [skip + 1, skip + rows.length].map(String)
    const which = first === last ? `Run ${first}` : `Runs ${first} to ${last}`
    const more = found.length > limit ? `More follow: pass skip ${last}.` : 'There are no more.'
    return { text: `${which}, newest first. ${more}`, data: runs }
  },
})
