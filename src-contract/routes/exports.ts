import { z } from 'zod'
import { exportFormats } from '#engine/export/formats/index.ts'
import { redactionChoices } from '#engine/export/redaction-choices.ts'
import { route } from '../define.ts'
import { id, nothing } from '../values.ts'

const exportRequest = z.object({
  runId: id,
  format: z.enum(exportFormats.map((format) => format.id)),
  redacted: z.boolean(),
  /** What a redacted file has as marks of that about which opinions differ; the default if absent. */
  replaced: z.array(z.enum(redactionChoices.map((choice) => choice.id))).optional(),
})

/** Calls about exports. */
export const exportRoutes = {
  /** The formats to choose from, in their order. */
  'export.formats': route({
    input: nothing,
    output: z.array(
      exportRequest.pick({ format: true }).extend({ note: z.string(), title: z.string() }),
    ),
  }),
  /** What can be chosen about redaction. */
  'export.redactionChoices': route({
    input: nothing,
    output: z.array(
      z.object({
        id: z.enum(redactionChoices.map((choice) => choice.id)),
        title: z.string(),
        note: z.string(),
        isDefault: z.boolean(),
      }),
    ),
  }),
  /** What an export would contain, and the confirmation that an unredacted one needs. */
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
