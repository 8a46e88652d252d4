import { z } from 'zod'
import { traceEvent } from '#engine/trace/event.ts'
import { markedSecret } from '#engine/trace/marked-secret.ts'
import { pushed } from './define.ts'
import { practice } from './routes/practice.ts'
import { probeResult } from './routes/probes.ts'
import { profile } from './routes/profiles.ts'
import { watch } from './routes/watch.ts'
import { settings } from './settings/settings-schema.ts'

/** Every event that the main process sends to the window; parsed before it is sent. */
export const contractEvent = pushed(
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('run.event'), runId: z.string(), event: traceEvent }),
    z.object({
      type: z.literal('run.secrets'),
      runId: z.string(),
      secrets: z.array(markedSecret).readonly(),
    }),
    /** Runs were added to the history, or changed in it. */
    z.object({ type: z.literal('history.changed') }),
    z.object({ type: z.literal('profiles.changed'), profiles: z.array(profile).readonly() }),
    /** A probe of a profile made progress, or ended. */
    z.object({ type: z.literal('probe.changed'), profileId: z.string(), probe: probeResult }),
    /** The passkeys of a profile, or how it uses them. */
    z.object({ type: z.literal('passkeys.changed'), profileId: z.string() }),
    /** The devices that are kept for a profile. */
    z.object({ type: z.literal('devices.changed'), profileId: z.string() }),
    z.object({ type: z.literal('practice.changed'), practice }),
    z.object({ type: z.literal('watch.changed'), watch }),
    z.object({ type: z.literal('settings.changed'), settings }),
    /** Progress of reading the recording that is being opened, from 0 to 1. */
    z.object({ type: z.literal('recording.progress'), part: z.number() }),
    /** Progress of an export, or of its preview, from 0 to 1. */
    z.object({ type: z.literal('export.progress'), part: z.number() }),
    /** The chosen recipe is being run. */
    z.object({ type: z.literal('recipe.started') }),
    /** Progress of exporting the whole history, or of reading its file, from 0 to 1. */
    z.object({ type: z.literal('historyFile.progress'), part: z.number() }),
    /** The desktop opened files with the application: `app.takeOfferedFile` returns them. */
    z.object({ type: z.literal('file.offered') }),
    /** A later version was downloaded, and is installed at the end. */
    z.object({ type: z.literal('update.ready'), version: z.string() }),
    z.object({ type: z.literal('command'), command: z.string() }),
    /** Something that went wrong apart from the requested action, as a sentence to show. */
    z.object({ type: z.literal('notice'), text: z.string() }),
  ]),
)
export type ContractEvent = z.output<typeof contractEvent>
