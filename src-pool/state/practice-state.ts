import type { Configuration } from '../configuration/configuration.ts'
import type { PassedFactors } from './passed-factors.ts'
import type { Sandbox } from '../triggers/sandbox.ts'
import type { TriggerExecution } from '../triggers/trigger-execution.ts'
import type { SrpXray } from '../srp-xray/srp-xray.ts'
import { createGrants, type Grants } from './grants.ts'
import type { OutboxMessage } from './outbox.ts'
import { createPasskeyChallenges, type PasskeyChallenges } from './passkey-challenges.ts'
import type { PasskeyProof } from './passkey.ts'
import { poolFrom, type Client, type Pool } from './pool.ts'
import { replicaPath } from './replica.ts'
import type { Ports } from './ports.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createSrpExchanges, type SrpExchanges } from './srp-exchanges.ts'

/** Everything that the practice pool remembers. */
export interface PracticeState {
  readonly ports: Ports
  /** Where the pool answers, without a slash at the end. */
  readonly endpoint: string
  readonly pools: Pool[]
  readonly sessions: Sessions
  readonly srpExchanges: SrpExchanges
  readonly srpXray: SrpXray
  readonly passkeyChallenges: PasskeyChallenges
  readonly grants: Grants
  readonly outbox: OutboxMessage[]
  /** Puts a message into the outbox and tells whoever listens. */
  readonly send: (message: OutboxMessage) => void
  /** JavaScript by what it stands for: see the configuration's `functions`. */
  readonly functions: Record<string, string>
  /** Where triggers run. */
  readonly sandbox: Sandbox
  /** Tells whoever listens that a trigger ran. */
  readonly tell: (run: TriggerExecution) => void
  /** The x-amzn-RequestId of the call that this is handed to; empty between calls. */
  readonly requestId: string
  /** The region that the call is signed for; empty when it is not signed, and between calls. */
  readonly signedFor: string
}

/** Messages that are kept; the oldest of more go. */
const maxMessages = 1000

/** The state at the start. */
export function practiceState(
  configuration: Configuration,
  ports: Ports,
  endpoint: string,
  told: {
    readonly message: (message: OutboxMessage) => void
    readonly trigger: (run: TriggerExecution) => void
  },
  { sandbox, srpXray }: { readonly sandbox: Sandbox; readonly srpXray: SrpXray },
): PracticeState {
  const outbox: OutboxMessage[] = []
  return {
    ports,
    endpoint,
    pools: configuration.pools.map((settings) => poolFrom(settings, ports.now())),
    sessions: createSessions(ports),
    srpExchanges: createSrpExchanges(ports),
    srpXray,
    passkeyChallenges: createPasskeyChallenges(ports),
    grants: createGrants(ports),
    outbox,
    send(message) {
      outbox.push(message)
      if (outbox.length > maxMessages) outbox.shift()
      told.message(message)
    },
    functions: { ...configuration.functions },
    sandbox,
    tell: told.trigger,
    requestId: '',
    signedFor: '',
  }
}

/** What a trigger receives about a call: where it came from, and its metadata. */
export interface TriggerContext {
  readonly state: PracticeState
  readonly pool: Pool
  /** None for an administrator's call. */
  readonly client?: Client
  /** What a sign-in or sign-up begins with: for the triggers before it. */
  readonly validationData?: Readonly<Record<string, string>> | undefined
  /** ClientMetadata of an answer to a challenge, or of another call: for all other triggers. */
  readonly clientMetadata?: Readonly<Record<string, string>> | undefined
}

/** Whom a public call concerns: a client ID alone selects client and pool. */
export interface ClientCall extends TriggerContext {
  readonly client: Client
  readonly passedFactors: PassedFactors
  /** True where an administrator's operation signs the user in. */
  readonly asAdmin?: true
  /** The DEVICE_KEY that the call presents. */
  readonly deviceKey?: string | undefined
  /** The passkey that the call proves, checked before anything is decided. */
  readonly passkeyProof?: PasskeyProof | undefined
}

/** The region that a pool was created in, which its id names. */
export const primaryRegionOf = ({ id }: Pick<Pool, 'id'>): string => id.slice(0, id.indexOf('_'))

/** Where a pool answers in its region, without a slash at the end. */
export const addressOf = ({ endpoint }: PracticeState, { isSecondary, region }: Pool): string =>
  isSecondary ? `${endpoint}${replicaPath(region)}` : endpoint

/**
 * The `iss` of a pool's tokens: its address here, or the one that the pool would have at AWS. An
 * updated issuer is the same in every region, an original one is of the region that answers.
 */
export function issuerOf(state: PracticeState, pool: Pool): string {
  const { issuer, issuerType } = pool.settings
  const isUpdated = issuerType === 'UPDATED'
  if (issuer === 'local') return `${isUpdated ? state.endpoint : addressOf(state, pool)}/${pool.id}`
  const region = isUpdated ? primaryRegionOf(pool) : pool.region
  return `https://${issuerPrefix[issuerType]}.${region}.amazonaws.com/${pool.id}`
}

const issuerPrefix = { ORIGINAL: 'cognito-idp', UPDATED: 'issuer-cognito-idp' } as const
