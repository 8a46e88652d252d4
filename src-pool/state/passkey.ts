/** A passkey that a user registered. */
export interface Passkey {
  /** The credential ID, base64url. */
  readonly id: string
  /** The public key as COSE has it, in CBOR. */
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly relyingPartyId: string
  readonly friendlyName: string
  /** Absent when the client did not say. */
  readonly attachment: 'platform' | 'cross-platform' | undefined
  readonly transports: readonly string[]
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** How often the authenticator says that it signed; 0 for one that does not count. */
  signCounter: number
}

/** What the answer of an authenticator showed: its signature is that of this passkey. */
export interface PasskeyProof {
  readonly passkey: Passkey
  /** The challenge that was signed, base64url; whether it was asked for is still to be judged. */
  readonly challenge: string
  readonly signCounter: number
  readonly userVerified: boolean
}
