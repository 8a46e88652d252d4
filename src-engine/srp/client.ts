import type { ModPow } from './modular-exponentiation.ts'
import { g, k, N } from './group.ts'
import { claimKey, scrambler } from './password-claim.ts'
import { passwordExponent, type SrpIdentity } from './password-hash.ts'
import { integerFromBytes } from './pad.ts'

/** The client's half of an exchange: the private exponent, and what is sent of it. */
export interface SrpKeyPair {
  readonly a: bigint
  /** `g^a mod N`; is sent as SRP_A in lowercase hex without padding. */
  readonly A: bigint
}

/**
 * Makes the client's key pair.
 * @param random 128 random bytes, the length the AWS clients use
 */
export function srpKeyPair(random: Uint8Array, modPow: ModPow): SrpKeyPair {
  const a = integerFromBytes(random)
  return { a, A: modPow(g, a, N) }
}

/** Every value of one client-side computation, kept so that it can be shown. */
export interface SrpComputation {
  readonly x: bigint
  readonly u: bigint
  readonly S: bigint
  /** 16 bytes. */
  readonly key: Uint8Array
}

/** Why a server's public value cannot be used; a server that sends one is broken or hostile. */
export class SrpParameterError extends Error {
  override readonly name = 'SrpParameterError'
}

/**
 * `S = (B − k·g^x)^(a + u·x) mod N` and the key that follows from it.
 * @throws SrpParameterError when B or u is zero, which RFC 5054 tells a client to refuse
 */
export function srpComputation(
  { a, A }: SrpKeyPair,
  server: { readonly salt: bigint; readonly B: bigint },
  identity: SrpIdentity,
  password: string,
  modPow: ModPow,
): SrpComputation {
  if (server.B % N === 0n) throw new SrpParameterError('SRP_B is a multiple of N')
  const u = scrambler(A, server.B)
  if (u === 0n) throw new SrpParameterError('the hash of SRP_A and SRP_B is zero')
  const x = passwordExponent(identity, password, server.salt)
  const base = (((server.B - k * modPow(g, x, N)) % N) + N) % N
  const S = modPow(base, a + u * x, N)
  return { x, u, S, key: claimKey(S, u) }
}
