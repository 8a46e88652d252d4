import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'

/** The hashes of SRP, of bytes. A platform's own take a fraction of the time of the portable ones. */
export interface Hashes {
  readonly sha256: (message: Uint8Array) => Uint8Array
  /** HMAC-SHA256. */
  readonly hmac: (key: Uint8Array, message: Uint8Array) => Uint8Array
}

/** Hashes in JavaScript, for wherever the engine runs. */
export const portableHashes: Hashes = {
  sha256,
  hmac: (key, message) => hmac(sha256, key, message),
}
