import type { ModPow } from './modular-exponentiation.ts'
import { g, k, N } from './group.ts'
import { portableHashes, type Hashes } from './hashes.ts'
import { claimKey, scrambler } from './password-claim.ts'
import { passwordExponent, type SrpIdentity } from './password-hash.ts'
import { integerFromBytes } from './pad.ts'

/** What a server keeps instead of the password; bound to the group and the name. */
export interface SrpVerifier {
  readonly salt: bigint
  readonly verifier: bigint
}

/** `v = g^x mod N`. */
export const srpVerifier = (
  identity: SrpIdentity,
  password: string,
  salt: bigint,
  modPow: ModPow,
): SrpVerifier => ({ salt, verifier: modPow(g, passwordExponent(identity, password, salt), N) })

/**
 * The server's public value `B = k·v + g^b mod N`.
 * @param random 128 random bytes for b
 */
export function srpServerKeyPair(
  verifier: bigint,
  random: Uint8Array,
  modPow: ModPow,
): { readonly b: bigint; readonly B: bigint } {
  const b = integerFromBytes(random)
  return { b, B: (k * verifier + modPow(g, b, N)) % N }
}

/** The claim key as the server reaches it: `S = (A · v^u)^b mod N`. A must not be 0 mod N. */
export function srpServerKey(
  A: bigint,
  pair: { readonly b: bigint; readonly B: bigint },
  verifier: bigint,
  modPow: ModPow,
  hashes: Hashes = portableHashes,
): Uint8Array {
  const u = scrambler(A, pair.B, hashes)
  return claimKey(modPow((A * modPow(verifier, u, N)) % N, pair.b, N), u, hashes)
}
