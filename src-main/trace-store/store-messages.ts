import { reveal, Secret, type SecretKind } from '#engine/secret/secret.ts'
import type { Quarantined } from '#main/settings/document.ts'
import type { AttemptBytes } from './attempt-bytes.ts'
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
type SentSecrets = readonly (readonly [mark: string, kind: SecretKind, value: string])[]

const sentSecrets = (secrets: StoredRun['secrets']): SentSecrets =>
  [...secrets].map(([mark, secret]) => [mark, secret.kind, reveal(secret)])
const receivedSecrets = (secrets: SentSecrets): StoredRun['secrets'] =>
  new Map(secrets.map(([mark, kind, value]) => [mark, Secret.of(kind, value)]))

type SentPastRun = Omit<PastStoredRun, 'secrets'> & { readonly secrets: SentSecrets }

const sentPastRun = (stored: PastStoredRun): SentPastRun => ({
  ...stored,
  secrets: sentSecrets(stored.secrets),
})
const receivedPastRun = (sent: SentPastRun): PastStoredRun => ({
  ...sent,
  secrets: receivedSecrets(sent.secrets),
})

/** What the text of a message says of a run; a byte of its attempts is a character of Latin-1. */
interface SentRun extends SentPastRun {
  readonly bytes: readonly (Pick<AttemptBytes, 'attempt' | 'step'> & {
    readonly request: string
    readonly response?: string
  })[]
}

/** As text: to copy it as objects takes the sending thread several times as long. */
function sentRun({ bytes, secrets, ...stored }: StoredRun): string {
  const sent: SentRun = {
    ...stored,
    secrets: sentSecrets(secrets),
    bytes: bytes.map(({ request, response, ...place }) => ({
      ...place,
      request: latin1(request),
      ...(response && { response: latin1(response) }),
    })),
  }
  return JSON.stringify(sent)
}

function receivedRun(text: string): StoredRun {
  const { bytes, secrets, ...stored } = JSON.parse(text) as SentRun
  return {
    ...stored,
    secrets: receivedSecrets(secrets),
    bytes: bytes.map(({ request, response, ...place }) => ({
      ...place,
      request: bytesOf(request),
      // An empty response is a response.
      response: response === undefined ? undefined : bytesOf(response),
    })),
  }
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

/** Methods whose first argument, and those whose result, is a run. */
const takesRun: ReadonlySet<StoreMethod> = new Set(['save', 'append'])
const givesRun: ReadonlySet<StoreMethod> = new Set(['open', 'withRefreshToken'])

/** Those whose result is runs without their bytes. */
const givesPastRuns: ReadonlySet<StoreMethod> = new Set(['ofUser'])

export const sentArguments = (method: StoreMethod, args: readonly unknown[]) =>
  takesRun.has(method) ? args.map((arg) => sentRun(arg as StoredRun)) : args
export const receivedArguments = (method: StoreMethod, args: readonly unknown[]) =>
  takesRun.has(method) ? args.map((arg) => receivedRun(arg as string)) : args
export const sentResult = (method: StoreMethod, result: unknown) =>
  givesPastRuns.has(method)
    ? (result as readonly PastStoredRun[]).map(sentPastRun)
    : givesRun.has(method) && result
      ? sentRun(result as StoredRun)
      : result
export const receivedResult = (method: StoreMethod, result: unknown) =>
  givesPastRuns.has(method)
    ? (result as readonly SentPastRun[]).map(receivedPastRun)
    : givesRun.has(method) && result
      ? receivedRun(result as string)
      : result
