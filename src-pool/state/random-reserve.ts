/** Bytes that are drawn at once. */
const reserve = 16_384
/** Fewer than this are drawn for themselves: they are exponents and codes. */
const fewest = 12

/**
 * Random bytes out of a reserve: a draw costs more than its bytes, and a sign-in makes a dozen. No byte
 * is handed out twice.
 */
export function withReserve(
  randomBytes: (length: number) => Uint8Array,
): (length: number) => Uint8Array {
  let bytes: Uint8Array = new Uint8Array()
  let used = 0
  return (length) => {
    if (length < fewest || length > reserve / 4) return randomBytes(length)
    if (used + length > bytes.length) {
      bytes = randomBytes(reserve)
      used = 0
    }
    used += length
    return bytes.subarray(used - length, used)
  }
}
