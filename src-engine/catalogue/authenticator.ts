import type { NotComputable } from './computed.ts'

/** Where passkeys are: it answers as navigator.credentials.get() does. */
export interface Authenticator {
  /**
   * @param options CREDENTIAL_REQUEST_OPTIONS as received
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
