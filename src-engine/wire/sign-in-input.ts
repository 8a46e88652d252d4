import type { Secret } from '../secret/secret.ts'
import type { WireValues } from './wire-values.ts'

/** What a person (or a command line) gives to begin a sign-in: every input of InitiateAuth. */
export interface SignInInput {
  readonly flow: string
  /** AuthParameters as given, known and free keys alike; also values that are never sent. */
  readonly parameters: WireValues
  readonly clientMetadata?: Readonly<Record<string, string>>
  readonly analyticsEndpointId?: string
  readonly userContextData?: {
    readonly IpAddress?: string
    readonly EncodedData?: string | Secret
  }
  readonly session?: Secret
  /** Present when an administrator calls: AdminInitiateAuth and AdminRespondToAuthChallenge. */
  readonly asAdmin?: ServerContext
}

/** What ContextData of an administrator's call says about the server. */
export interface ServerContext {
  readonly ServerName?: string
  readonly ServerPath?: string
  /** Headers of the request that the user made to that server, by name. */
  readonly HttpHeaders?: Readonly<Record<string, string>>
}
