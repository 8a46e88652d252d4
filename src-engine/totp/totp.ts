import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
import { base32nopad } from '@scure/base'

/** Seconds for which one code is shown. */
const totpPeriod = 30

/** The number of the 30-second step that a time falls into. */
export const totpStep = (now: number): number => Math.floor(now / 1000 / totpPeriod)

/**
 * The six-digit code of RFC 6238 (SHA-1, 30 s) for one step.
 * @param secret base32 text; case, spaces and padding do not matter
 * @throws Error when the secret is not base32
 */
export function totpCode(secret: string, step: number): string {
  const key = base32Bytes(secret.toUpperCase().replace(/[\s=]/g, ''))
  const counter = new Uint8Array(8)
  new DataView(counter.buffer).setBigUint64(0, BigInt(step))
  const digest = hmac(sha1, key, counter)
  const offset = (digest.at(-1) ?? 0) & 0x0f
  const number = new DataView(digest.buffer, digest.byteOffset).getUint32(offset) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

/**
 * Decodes base32 and ignores leftover bits of the last letter, as authenticators do; the library
 * would refuse them, as RFC 4648 may.
 */
function base32Bytes(text: string): Uint8Array {
  const leftover = (text.length * 5) % 8
  if (leftover >= 5) return base32Bytes(text.slice(0, -1))
  const last = letters.indexOf(text.slice(-1))
  if (leftover === 0 || last < 0) return base32nopad.decode(text)
  return base32nopad.decode(text.slice(0, -1) + letters.charAt((last >> leftover) << leftover))
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
