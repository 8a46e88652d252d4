import { createHash, createHmac } from 'node:crypto'
import type { Hashes } from '#engine/srp/hashes.ts'

/** The hashes of SRP by the runtime's own library. */
export const nativeHashes: Hashes = {
  sha256: (message) => createHash('sha256').update(message).digest(),
  hmac: (key, message) => createHmac('sha256', key).update(message).digest(),
}
