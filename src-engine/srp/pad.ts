import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'

/**
 * The minimal big-endian two's-complement bytes of a non-negative integer, which is what Cognito
 * hashes (Java's `BigInteger.toByteArray`). Not padded to the length of N: zero is one byte, and a
 * leading `00` is there exactly when the first bit would otherwise be set.
 */
export function pad(value: bigint): Uint8Array {
  const hex = value.toString(16)
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  return hexToBytes(/^[89a-f]/.test(even) ? `00${even}` : even)
}

/**
 * The integer in a hex text as Cognito sends it: any case, any length, leading zeros or none.
 * @throws SyntaxError when the text contains anything but hex digits
 */
export function integerFromHex(hex: string): bigint {
  if (!/^[0-9a-f]+$/i.test(hex)) throw new SyntaxError('not a hexadecimal number')
  return BigInt(`0x${hex}`)
}

/** The integer in big-endian bytes; no bytes are zero. */
export const integerFromBytes = (bytes: Uint8Array): bigint =>
  BigInt(`0x${bytesToHex(bytes) || '0'}`)
