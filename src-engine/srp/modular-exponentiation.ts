/**
 * `base ^ exponent mod modulus` for non-negative integers. A port: the main process gives the
 * engine that of its runtime's library, because {@link modPowBigInt} takes about eight times as long.
 */
export type ModPow = (base: bigint, exponent: bigint, modulus: bigint) => bigint

/** Square and multiply over BigInt: the fallback, and what the native one is checked against. */
export const modPowBigInt: ModPow = (base, exponent, modulus) => {
  let result = 1n
  let square = base % modulus
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}
