import { z } from 'zod'
import { exportFormats } from '#engine/export/formats/index.ts'
import { redactionChoices } from '#engine/export/redaction-choices.ts'
import { route } from '../define.ts'
import { redactionProfileSchema, redactionSchema } from '../redaction.ts'
import { id, nothing } from '../values.ts'

const format = z.enum(exportFormats.map((one) => one.id))

const exportRequest = z.object({
  /** Several runs become one file, or a zip. */
  runIds: z.array(id).min(1).max(100_000),
  format,
  redacted: z.boolean(),
  /** Which optional values a redacted file has as marks; the default profile if absent. */
  redaction: redactionSchema.optional(),
  /** The only call to export of each run; all calls if absent. */
  step: z.number().int().min(1).optional(),
  /** A zip with a manifest, also where the format holds several runs. */
  zip: z.boolean().optional(),
})

/** Input of an export. */
export type ExportRequest = z.output<typeof exportRequest>

/** Calls about exports. */
export const exportRoutes = {
  /** The formats to choose from, in their order. */
  'export.formats': route({
    input: nothing,
    output: z.array(
      z.object({
        format,
        note: z.string(),
        title: z.string(),
        /** True where several runs become one file of this format without a zip. */
        joins: z.boolean(),
        isPicture: z.boolean(),
        alwaysRedacted: z.boolean(),
      }),
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
  /** The profiles that are always there, and those that the person has saved. */
  'export.redactionProfiles': route({
    input: nothing,
    output: z.object({
      builtIn: z.array(redactionProfileSchema),
      saved: z.array(redactionProfileSchema),
    }),
  }),
  /** Replaces the saved profiles. */
  'export.saveRedactionProfiles': route({
    input: z.object({ profiles: z.array(redactionProfileSchema).max(50) }),
    output: nothing,
  }),
  /**
   * What an export would contain, the beginning of the redacted file, what the leak scan found, and
   * the confirmation that an unredacted one needs.
   */
  'export.preview': route({
    input: exportRequest,
    output: z.object({
      fileName: z.string(),
      exportContents: z.array(z.object({ what: z.string(), count: z.number() })),
      confirmation: z.string(),
      /** Up to the end of the first run; absent where secrets would be in it. `size` in characters. */
      beginning: z.object({ text: z.string(), size: z.number() }).optional(),
      leaks: z.array(z.object({ at: z.number(), message: z.string() })),
    }),
  }),
  /**
   * Asks where to save, and writes the file; the window is told the progress. The path is absent when
   * the person cancelled.
   */
  'export.save': route({
    input: exportRequest.extend({ confirmation: z.string() }),
    output: z.object({ path: z.string().optional() }),
  }),
  /** Cancels the preview or export in progress. */
  'export.cancel': route({ input: nothing, output: nothing }),
  /** Copies a redacted text to the clipboard. */
  'export.copy': route({ input: exportRequest.omit({ redacted: true }), output: nothing }),
  /** Writes the runs as a redacted file for a drag out of the window. */
  'export.prepareDrag': route({
    input: exportRequest.pick({ runIds: true, format: true }),
    output: z.object({ drag: id }),
  }),
  /** Drags the file that was prepared last, if the mouse button is still down. */
  'export.drag': route({ input: z.object({ drag: id }), output: nothing }),
} as const
