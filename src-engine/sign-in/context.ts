import type { Secret } from '../secret/secret.ts'
import type { ModPow } from '../srp/modular-exponentiation.ts'
import type { SrpKeyPair } from '../srp/client.ts'
import type { Challenged } from '../wire/read-answer.ts'

/** The app client that a sign-in goes to. */
export interface AppClient {
  /** `<region>_<name>`; needed by SRP, whose proof holds the pool's name. */
  readonly userPoolId: string
  readonly clientId: string
  readonly clientSecret?: Secret
}

/** What the engine takes from outside: it has no clock and no randomness of its own. */
export interface Ports {
  readonly modPow: ModPow
  readonly randomBytes: (length: number) => Uint8Array
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Signs with this user's passkeys; absent where there are none to be had. */
  readonly authenticator?: Authenticator
}

/** Where passkeys are: it answers as navigator.credentials.get() does. */
export interface Authenticator {
  /**
   * @param options CREDENTIAL_REQUEST_OPTIONS as it came
   * @param username who signs in, for options that leave open whose passkey it is
   */
  readonly assert: (options: string, username: string) => Promise<Asserted | NotComputable>
}

/** A signature by a passkey. */
export interface Asserted {
  /** AuthenticationResponseJSON. */
  readonly credential: Readonly<Record<string, unknown>>
  /** The passkey that signed, and how, in a few words. */
  readonly by: string
}

/** Values by their key on the wire. */
export type WireValues = Readonly<Record<string, string | Secret>>

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

/** What ContextData of an administrator's call says of the server, beside the user's own data. */
export interface ServerContext {
  readonly ServerName?: string
  readonly ServerPath?: string
  /** Headers of the request that the user made to that server, by name. */
  readonly HttpHeaders?: Readonly<Record<string, string>>
}

/** Secrets that later steps can be answered with. */
export interface Known {
  readonly password?: Secret
  readonly totpSecret?: Secret
  readonly device?: KnownDevice
}

/** A remembered device, which proves itself as a user does. */
export interface KnownDevice {
  /** DeviceKey: `<region>_<UUID>`. */
  readonly key: string
  /** DeviceGroupKey. */
  readonly group: Secret
  /** The random password that its verifier was made from. */
  readonly password: Secret
}

/** A challenge that waits for its answer, and the name that the answer goes out under. */
export interface PendingChallenge extends Challenged {
  readonly username: string
}

/** One value of a computation, for display: a secret one is shown by its mark. */
export interface ShownValue {
  readonly name: string
  readonly value: string | Secret
  /** Where it comes from, in a few words. */
  readonly note: string
}

/** Values for the wire that were made by computation, with everything on the way to them. */
export interface Computed {
  readonly values: WireValues
  readonly shown: readonly ShownValue[]
  /** The client's SRP key pair when a later challenge continues with it. */
  readonly srp?: SrpKeyPair
}

/** Why a value could not be made: a sentence that says what to do. */
export interface NotComputable {
  readonly missing: string
}
