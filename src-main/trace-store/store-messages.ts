import { reveal, Secret, type SecretKind } from '#engine/secret/secret.ts'
import type { Quarantined } from '#main/settings/document.ts'
import type { Salvage } from './stored-salvage.ts'
import type { PastStoredRun, StoredRun, TraceStore } from './trace-store.ts'

/** What is asked of an open store; `append` is how a save hands over what is new. */
export type StoreMethod = keyof TraceStore | 'append'

/** What a process is asked for the store: first to open it, then one of its calls. */
export type StoreRequest =
  | {
      readonly id: number
      readonly open: { readonly path: string; readonly key: string }
      /** Whether what can be read of a damaged database is put back. */
      readonly salvages?: boolean
    }
  /** The check of its file has found this. */
  | { readonly id: number; readonly damage: string }
  | { readonly id: number; readonly method: StoreMethod; readonly args: readonly unknown[] }

/** What comes back, in the order of the requests; or what happened meanwhile. */
export type StoreReply =
  | { readonly id: number; readonly value: unknown }
  /** `code` is that of a failure whose message may be shown. */
  | { readonly id: number; readonly error: { readonly message: string; readonly code?: string } }
  | { readonly quarantined: Quarantined }
  /** A sentence of what is lost with a damaged journal. */
  | { readonly journalDamage: string }
  /** All that can be read of a damaged database was put back. */
  | { readonly salvaged: Salvage }
  /** How many runs of an earlier version are still to be moved. */
  | { readonly left: number }

/** A Secret does not survive a message. */
type Sent<Stored extends PastStoredRun> = Omit<Stored, 'secrets'> & {
  readonly secrets: readonly (readonly [mark: string, kind: SecretKind, value: string])[]
}
type SentRun = Sent<StoredRun>

const sentPastRun = <Stored extends PastStoredRun>(stored: Stored): Sent<Stored> => ({
  ...stored,
  secrets: [...stored.secrets].map(([mark, secret]) => [mark, secret.kind, reveal(secret)]),
})

const sentRun = (stored: StoredRun): SentRun => ({
  ...sentPastRun(stored),
  // A message would carry all of the memory that these are parts of.
  bytes: stored.bytes.map(({ request, response, ...place }) => ({
    ...place,
    request: new Uint8Array(request),
    response: response && new Uint8Array(response),
  })),
})

const receivedSecrets = (secrets: SentRun['secrets']): StoredRun['secrets'] =>
  new Map(secrets.map(([mark, kind, value]) => [mark, Secret.of(kind, value)]))

const receivedRun = (sent: SentRun): StoredRun => ({
  ...sent,
  secrets: receivedSecrets(sent.secrets),
})
const receivedPastRun = (sent: Sent<PastStoredRun>): PastStoredRun => ({
  ...sent,
  secrets: receivedSecrets(sent.secrets),
})

/** Methods whose first argument, and those whose result, is a run. */
const takesRun: ReadonlySet<StoreMethod> = new Set(['save', 'append'])
const givesRun: ReadonlySet<StoreMethod> = new Set(['open', 'withRefreshToken'])

/** Those whose result is runs without their bytes. */
const givesPastRuns: ReadonlySet<StoreMethod> = new Set(['ofUser'])

export const sentArguments = (method: StoreMethod, args: readonly unknown[]) =>
  takesRun.has(method) ? args.map((arg) => sentRun(arg as StoredRun)) : args
export const receivedArguments = (method: StoreMethod, args: readonly unknown[]) =>
  takesRun.has(method) ? args.map((arg) => receivedRun(arg as SentRun)) : args
export const sentResult = (method: StoreMethod, result: unknown) =>
  givesPastRuns.has(method)
    ? (result as readonly PastStoredRun[]).map(sentPastRun)
    : givesRun.has(method) && result
      ? sentRun(result as StoredRun)
      : result
export const receivedResult = (method: StoreMethod, result: unknown) =>
  givesPastRuns.has(method)
    ? (result as readonly Sent<PastStoredRun>[]).map(receivedPastRun)
    : givesRun.has(method) && result
      ? receivedRun(result as SentRun)
      : result
