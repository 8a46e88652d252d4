import { z } from 'zod'
import { route } from '../define.ts'
import { id, nothing } from '../values.ts'
import { faultSettings, practiceFault } from './practice.ts'
import { runRow } from './runs.ts'

/** The recording endpoint as people see it. */
export const watch = z.object({
  running: z.boolean(),
  /** Like `http://127.0.0.1:9234`; empty while it does not run. */
  url: z.string(),
  profileId: z.string(),
  profileName: z.string(),
  region: z.string(),
  userPoolId: z.string(),
  clientId: z.string(),
  allowedOrigins: z.array(z.string()),
  /** Faults that can be injected into forwarded calls, and which of them are on. */
  faults: z.array(practiceFault),
  /** The newest chains of this watch, newest first. */
  chains: z.array(runRow),
  /** All of them since it was started. */
  chainCount: z.number(),
  callCount: z.number(),
  /** Why requests were turned away, newest first. */
  refused: z.array(z.string()),
})
export type Watch = z.output<typeof watch>

/** Calls about the recording endpoint; results arrive as `watch.changed`. */
export const watchRoutes = {
  'watch.state': route({ input: nothing, output: watch }),
  /** Starts watching for a profile; a watch for another profile ends. */
  'watch.start': route({
    input: z.object({
      profileId: id,
      /** 0 takes 9234, or any free one where that is taken. */
      port: z.number().int().min(0).max(65_535),
      /** Origins of pages that may call, in addition to those of this machine. */
      allowedOrigins: z.array(z.string()),
      /** AWS profile that calls of administrators are signed with again; absent: they are not. */
      signWith: z.string().optional(),
    }),
    output: nothing,
  }),
  'watch.stop': route({ input: nothing, output: nothing }),
  'watch.turnOn': route({
    input: z.object({ name: id, settings: faultSettings }),
    output: nothing,
  }),
  'watch.turnOff': route({ input: z.object({ name: id }), output: nothing }),
} as const
