import type { TraceEvent } from '#engine/trace/event.ts'
import type { MarkedSecret } from '#engine/trace/mark-registry.ts'
import type { Settings } from './settings/index.ts'
import type { Practice } from './routes/practice.ts'
import type { ProbeResult } from './routes/probes.ts'
import type { Profile } from './routes/profiles.ts'
import type { Watch } from './routes/watch.ts'

/** What the main process tells the window of its own accord. Plain types: main is trusted. */
export type ContractEvent =
  | { readonly type: 'run.event'; readonly runId: string; readonly event: TraceEvent }
  | {
      readonly type: 'run.secrets'
      readonly runId: string
      readonly secrets: readonly MarkedSecret[]
    }
  /** Runs were added to the history, or went on in it. */
  | { readonly type: 'history.changed' }
  | { readonly type: 'profiles.changed'; readonly profiles: readonly Profile[] }
  /** A probe of a profile went on, or is over. */
  | { readonly type: 'probe.changed'; readonly profileId: string; readonly probe: ProbeResult }
  /** The passkeys of a profile, or how it uses them. */
  | { readonly type: 'passkeys.changed'; readonly profileId: string }
  /** The devices that are kept for a profile. */
  | { readonly type: 'devices.changed'; readonly profileId: string }
  | { readonly type: 'practice.changed'; readonly practice: Practice }
  | { readonly type: 'watch.changed'; readonly watch: Watch }
  | { readonly type: 'settings.changed'; readonly settings: Settings }
  /** How much of the recording that is being opened was read, from 0 to 1. */
  | { readonly type: 'recording.progress'; readonly part: number }
  | { readonly type: 'command'; readonly command: string }
  /** Something that went wrong apart from the requested action, as a sentence to show. */
  | { readonly type: 'notice'; readonly text: string }

/** What the preload puts on `window`, and nothing besides. */
export interface Bridge {
  readonly call: (route: string, input: unknown) => Promise<unknown>
  /** The path of a file that was dropped onto the window; its bytes stay out of the window. */
  readonly pathOf: (file: object) => string
  /** Returns the function that ends the subscription. */
  readonly listen: (listener: (event: ContractEvent) => void) => () => void
}
