import { createHash } from 'node:crypto'

/** A UUID (version 4) of 16 bytes or more. */
export function uuidOf(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-')
}

/** The same UUID for the same text, so that a user's sub outlives a restart of the pool. */
export const uuidFrom = (text: string): string =>
  uuidOf(createHash('sha256').update(text, 'utf8').digest())
