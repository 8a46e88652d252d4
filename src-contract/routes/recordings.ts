import { z } from 'zod'
import { route } from '../define.ts'
import { id, nothing } from '../values.ts'
import { runRow } from './runs.ts'

/** A sign-in that was found in a recording, before it is kept. */
const foundSignIn = runRow
  .pick({ calls: true, flow: true, profileName: true, state: true, username: true })
  .extend({
    /** Absent where the recording has no clock to believe. */
    startedAt: z.number().optional(),
    /** How its first call relates to what came before, if it does not begin the sign-in. */
    note: z.string(),
    /** The run of the history that it is already. */
    keptAs: id.optional(),
  })

const preview = z.object({
  recordingId: id,
  format: z.string(),
  tool: z.string(),
  /** Name of the file; empty for what was pasted. */
  file: z.string(),
  signIns: z.array(foundSignIn),
  /** Entries or lines that are no call to Cognito. */
  dropped: z.number(),
  /** Calls that lack something. */
  incompleteCalls: z.number(),
  problems: z.array(z.object({ message: z.string(), place: z.string().optional() })),
})
export type RecordingPreview = z.output<typeof preview>

/** Where a recording is opened from. Its text never goes through the window. */
const source = z.discriminatedUnion('from', [
  z.object({ from: z.literal('dialog') }),
  z.object({ from: z.literal('clipboard') }),
  z.object({ from: z.literal('file'), path: z.string().min(1) }),
])
export type RecordingFrom = z.output<typeof source>

/** Calls about recordings of other programs. */
export const recordingRoutes = {
  /**
   * Reads a recording, of which the window is told the progress. Nothing of it is kept. The preview
   * is absent when the person chose no file.
   */
  'recording.open': route({ input: source, output: z.object({ preview: preview.optional() }) }),
  /** Cancels the reading in progress. */
  'recording.cancel': route({ input: nothing, output: nothing }),
  /**
   * Keeps sign-ins of the recording, by their place in it; the rest is forgotten. One that the history
   * has already stays as it is.
   */
  'recording.keep': route({
    input: z.object({ recordingId: id, signIns: z.array(z.number().int().min(0)).min(1) }),
    output: z.object({ runIds: z.array(id) }),
  }),
  'recording.discard': route({ input: z.object({ recordingId: id }), output: nothing }),
} as const
