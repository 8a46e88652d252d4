import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'
import { g, k, N } from '../srp/group.ts'
import { integerFromBytes, pad } from '../srp/pad.ts'
import { claimKey, scrambler } from '../srp/password-claim.ts'
import { poolName } from '../srp/pool-name.ts'
import { srpTimestamp } from '../srp/timestamp.ts'

/** Whose password is proved, with everything that a client might use instead of the right value. */
export interface RecipeUser {
  readonly userPoolId: string
  /** USER_ID_FOR_SRP. */
  readonly userId: string
  /** The name that was typed. */
  readonly typed: string
  readonly password: string
}

/** What the signed message is made of. */
export interface MessageParts extends Omit<RecipeUser, 'password'> {
  /** SECRET_BLOCK as received (base64). */
  readonly secretBlock: string
  readonly timestamp: string
}

/** Every step of a client’s computation in which clients are known to differ. */
export interface SrpRecipe {
  readonly N: bigint
  readonly k: bigint
  readonly x: (user: RecipeUser, salt: bigint) => bigint
  readonly u: (A: bigint, B: bigint) => bigint
  readonly key: (S: bigint, u: bigint) => Uint8Array
  readonly message: (parts: MessageParts) => Uint8Array
  /** PASSWORD_CLAIM_SIGNATURE as sent. */
  readonly sign: (key: Uint8Array, message: Uint8Array) => string
  /** TIMESTAMP as sent; the very text is signed. */
  readonly timestamp: (now: number) => string
}

/** How Cognito computes. */
export const rightRecipe: SrpRecipe = {
  N,
  k,
  x: ({ password, userId, userPoolId }, salt) =>
    exponent(pad(salt), `${poolName(userPoolId)}${userId}:${password}`),
  u: scrambler,
  key: claimKey,
  message: ({ secretBlock, timestamp, userId, userPoolId }) =>
    joined(poolName(userPoolId), userId, base64.decode(secretBlock), timestamp),
  sign: (key, message) => base64.encode(hmac(sha256, key, message)),
  timestamp: srpTimestamp,
}

/** The base of the group, which no client has been seen to take otherwise. */
export const base = g

/** `SHA-256(salt, SHA-256(who))` as a number. */
export const exponent = (salt: Uint8Array, who: string): bigint =>
  integerFromBytes(sha256(concatBytes(salt, sha256(utf8ToBytes(who)))))

/** Texts and bytes behind one another, as the message is made. */
export const joined = (...parts: readonly (string | Uint8Array)[]): Uint8Array =>
  concatBytes(...parts.map((part) => (typeof part === 'string' ? utf8ToBytes(part) : part)))

/** Big-endian bytes without the leading 00 that keeps a number positive in Java. */
export function unsigned(value: bigint): Uint8Array {
  const bytes = pad(value)
  return bytes[0] === 0 && bytes.length > 1 ? bytes.subarray(1) : bytes
}

/** 16 bytes of HKDF-SHA-256 with a label of one’s own. */
export const derivedKey = (
  S: Uint8Array,
  salt: Uint8Array,
  label = 'Caldera Derived Key',
  length = 16,
): Uint8Array => hkdf(sha256, S, salt, utf8ToBytes(label), length)
