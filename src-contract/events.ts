import { z } from 'zod'
import { traceEvent } from '#engine/trace/event.ts'
import { markedSecret } from '#engine/trace/marked-secret.ts'
import { pushed } from './define.ts'
import { practice } from './routes/practice.ts'
import { probeResult } from './routes/probes.ts'
import { profile } from './routes/profiles.ts'
import { watch } from './routes/watch.ts'
import { settings } from './settings/settings-schema.ts'

/** What the main process tells the window of its own accord; parsed before it is sent. */
export const contractEvent = pushed(
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('run.event'), runId: z.string(), event: traceEvent }),
    z.object({
      type: z.literal('run.secrets'),
      runId: z.string(),
      secrets: z.array(markedSecret).readonly(),
    }),
    /** Runs were added to the history, or went on in it. */
    z.object({ type: z.literal('history.changed') }),
    z.object({ type: z.literal('profiles.changed'), profiles: z.array(profile).readonly() }),
    /** A probe of a profile went on, or is over. */
    z.object({ type: z.literal('probe.changed'), profileId: z.string(), probe: probeResult }),
    /** The passkeys of a profile, or how it uses them. */
    z.object({ type: z.literal('passkeys.changed'), profileId: z.string() }),
    /** The devices that are kept for a profile. */
    z.object({ type: z.literal('devices.changed'), profileId: z.string() }),
    z.object({ type: z.literal('practice.changed'), practice }),
    z.object({ type: z.literal('watch.changed'), watch }),
    z.object({ type: z.literal('settings.changed'), settings }),
    /** How much of the recording that is being opened was read, from 0 to 1. */
    z.object({ type: z.literal('recording.progress'), part: z.number() }),
    /** How much of an export, or of the look at what it contains, is done, from 0 to 1. */
    z.object({ type: z.literal('export.progress'), part: z.number() }),
    /** How much of the whole history was exported, or of its file was read, from 0 to 1. */
    z.object({ type: z.literal('historyFile.progress'), part: z.number() }),
    /** The desktop gave files to open: `app.takeOfferedFile` has them. */
    z.object({ type: z.literal('file.offered') }),
    /** A later version was downloaded, and is installed at the end. */
    z.object({ type: z.literal('update.ready'), version: z.string() }),
    z.object({ type: z.literal('command'), command: z.string() }),
    /** Something that went wrong apart from the requested action, as a sentence to show. */
    z.object({ type: z.literal('notice'), text: z.string() }),
  ]),
)
export type ContractEvent = z.output<typeof contractEvent>
