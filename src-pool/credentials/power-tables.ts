import { N } from '#engine/srp/group.ts'
import type { ModPow } from '#engine/srp/modular-exponentiation.ts'

/** Bits of the exponent that one multiplication takes care of. */
const width = 6
const digits = 1 << width
/** Bits of the longest exponent that tables are for: SRP's scrambler u. */
const maxBits = 256n
/** A table costs as much as about forty exponentiations: only a base that is used often gets one. */
const usesBeforeTable = 16
/** A whole table takes a megabyte. */
const maxBases = 16

interface KnownBase {
  uses: number
  /** `base^(digit · 2^(width · row))` for each digit, and each row that was needed so far. */
  readonly rows: bigint[][]
  /** `base^(2^(width · rows.length))`, whose powers are the next row. */
  next: bigint
}

function addRow(base: KnownBase): bigint[] {
  const row = [1n]
  for (let digit = 1; digit < digits; digit += 1) row.push(((row[digit - 1] ?? 1n) * base.next) % N)
  base.next = ((row[digits - 1] ?? 1n) * base.next) % N
  base.rows.push(row)
  return row
}

function lookedUp(base: KnownBase, exponent: bigint): bigint {
  let power = 1n
  let rest = exponent
  for (let index = 0; rest > 0n; index += 1) {
    const row = base.rows[index] ?? addRow(base)
    power = (power * (row[Number(rest & BigInt(digits - 1))] ?? 1n)) % N
    rest >>= BigInt(width)
  }
  return power
}

/**
 * A modular exponentiation that looks up the powers of bases that are used often, which are g and the
 * verifiers of users who sign in often: half the time of computing them. The rest it leaves to `modPow`.
 */
export function withPowerTables(modPow: ModPow): ModPow {
  // The least recently used first.
  const bases = new Map<bigint, KnownBase>()
  return (base, exponent, modulus) => {
    if (modulus !== N || exponent < 0n || exponent >> maxBits > 0n)
      return modPow(base, exponent, modulus)
    const known = bases.get(base) ?? { uses: 0, rows: [], next: base % N }
    known.uses += 1
    bases.delete(base)
    bases.set(base, known)
    for (const [oldest] of bases) {
      if (bases.size <= maxBases) break
      bases.delete(oldest)
    }
    return known.uses > usesBeforeTable
      ? lookedUp(known, exponent)
      : modPow(base, exponent, modulus)
  }
}
