import { z } from 'zod'
import { route } from '../define.ts'
import { id } from '../values.ts'

const exportRequest = z.object({
  runId: id,
  format: z.enum(['har', 'json']),
  redacted: z.boolean(),
})

/** Calls about exports. */
export const exportRoutes = {
  /** What an export would hold, and the confirmation that an unredacted one needs. */
  'export.preview': route({
    input: exportRequest,
    output: z.object({
      fileName: z.string(),
      exportContents: z.array(z.object({ what: z.string(), count: z.number() })),
      confirmation: z.string(),
    }),
  }),
  /** Asks where to save, and writes the file. The path is absent when the person cancelled. */
  'export.save': route({
    input: exportRequest.extend({ confirmation: z.string() }),
    output: z.object({ path: z.string().optional() }),
  }),
} as const
