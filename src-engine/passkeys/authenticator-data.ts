import { hex } from '@scure/base'

/** What an authenticator says of itself and of what it did (Web Authentication, section 6.1). */
export interface AuthenticatorData {
  /** SHA-256 of the relying party ID, hex. */
  readonly rpIdHash: string
  /** Names of the bits that are set. */
  readonly flags: readonly string[]
  /** How often the passkey has signed; 0 forever where it does not count. */
  readonly signCount: number
  /** The model of the authenticator as a UUID, beside a new passkey alone. */
  readonly aaguid?: string
}

const flagNames: readonly (readonly [bit: number, name: string])[] = [
  [0x01, 'user present'],
  [0x04, 'user verified'],
  [0x08, 'may be backed up'],
  [0x10, 'backed up'],
  [0x40, 'new passkey'],
  [0x80, 'extensions'],
]

/** Reads authenticatorData; undefined when it is too short. */
export function readAuthenticatorData(bytes: Uint8Array): AuthenticatorData | undefined {
  if (bytes.length < 37) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const flags = view.getUint8(32)
  const aaguid = hex.encode(bytes.slice(37, 53))
  return {
    rpIdHash: hex.encode(bytes.slice(0, 32)),
    flags: flagNames.filter(([bit]) => (flags & bit) !== 0).map(([, name]) => name),
    signCount: view.getUint32(33),
    ...((flags & 0x40) !== 0 &&
      bytes.length >= 53 && {
        aaguid: aaguid.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
      }),
  }
}
