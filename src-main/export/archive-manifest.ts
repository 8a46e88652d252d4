import { z } from 'zod'
import { redactionSchema } from '#contract/redaction.ts'

/** The file of an archive that says what the others are. */
export const manifestName = 'manifest.json'

/** By which a zip is known as one of Authscope’s. */
export const archiveFormat = 'authscope-archive'

/** Raised when an earlier Authscope could not read what this one writes. */
export const archiveVersion = 1

/** What `manifest.json` of an archive says. It has no personal value in it. */
export const manifestSchema = z.object({
  format: z.literal(archiveFormat),
  version: z.number().int().min(1),
  /** What wrote it, as in `Authscope 1.2.0`. */
  application: z.string(),
  writtenAt: z.string(),
  exportFormat: z.string(),
  redaction: z.union([z.literal('none'), redactionSchema]),
  runs: z.array(
    z.object({
      file: z.string(),
      /** Bytes. */
      size: z.number(),
      /** Of the file's bytes, in hex. */
      sha256: z.string(),
      startedAt: z.string(),
      flow: z.string(),
      outcome: z.string(),
    }),
  ),
})
export type Manifest = z.output<typeof manifestSchema>
