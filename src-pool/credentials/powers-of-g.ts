import { g, N } from '#engine/srp/group.ts'
import type { ModPow } from '#engine/srp/modular-exponentiation.ts'

/** Bits of the exponent that one multiplication takes care of. */
const width = 6
const digits = 1 << width
/** Bits of the longest exponent that the table is for: the server's b. */
const maxBits = 32

let rows: bigint[][] | undefined

/** `g^(digit · 2^(width · row))` for every row and digit; a hundredth of a second, once. */
function table(): bigint[][] {
  let base = g
  return Array.from({ length: Math.ceil(maxBits / width) }, () => {
    const row = [1n]
    for (let digit = 1; digit < digits; digit += 1) row.push(((row[digit - 1] ?? 1n) * base) % N)
    base = ((row[digits - 1] ?? 1n) * base) % N
    return row
  })
}

/**
 * A modular exponentiation that looks powers of Cognito's g up in a table, several times as fast as
 * computing them; all else is handed on.
 */
export const withPowersOfG =
  (modPow: ModPow): ModPow =>
  (base, exponent, modulus) => {
    if (base !== g || modulus !== N || exponent < 0n || exponent >> BigInt(maxBits) > 0n)
      return modPow(base, exponent, modulus)
    rows ??= table()
    let power = 1n
    let rest = exponent
    for (const row of rows) {
      if (rest === 0n) break
      power = (power * (row[Number(rest & BigInt(digits - 1))] ?? 1n)) % N
      rest >>= BigInt(width)
    }
    return power
  }
