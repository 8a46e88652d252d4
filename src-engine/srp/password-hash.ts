import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { pad, integerFromBytes } from './pad.ts'

/** Who proves what: a user of a pool, or a remembered device of a device group. */
export interface SrpIdentity {
  /** The part of the user pool ID after the first `_`, or the DeviceGroupKey. */
  readonly group: string
  /** USER_ID_FOR_SRP (never the alias that was typed), or the DeviceKey. */
  readonly name: string
}

/** `x = SHA256(pad(salt) || SHA256(group || name || ":" || password))`, the private exponent. */
export function passwordExponent(
  { group, name }: SrpIdentity,
  password: string,
  salt: bigint,
): bigint {
  const inner = sha256(utf8ToBytes(`${group}${name}:${password}`))
  return integerFromBytes(sha256(concatBytes(pad(salt), inner)))
}
