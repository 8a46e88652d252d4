import {
  createDiffieHellman,
  DiffieHellman,
  getDiffieHellman,
  randomBytes,
  type DiffieHellmanGroup,
} from 'node:crypto'
import { modPowBigInt, type ModPow } from '#engine/srp/modular-exponentiation.ts'
import { g, N } from '#engine/srp/group.ts'

let trusted: boolean | undefined

/**
 * `base ^ exponent mod modulus` by Node's OpenSSL or Electron's BoringSSL, about eight times as
 * fast as BigInt. Compared with BigInt once, at first use; where the two differ, where the library
 * refuses the numbers, and for any modulus but Cognito's N, BigInt computes.
 */
export const nativeModPow: ModPow = (base, exponent, modulus) => {
  // The library tests an unknown modulus for primality, which takes longer than all of SRP.
  if (modulus !== N) return modPowBigInt(base, exponent, modulus)
  trusted ??= agreesWithBigInt()
  return (trusted ? exponentiation(base, exponent) : undefined) ?? modPowBigInt(base, exponent, N)
}

let group: DiffieHellmanGroup | undefined

/**
 * Diffie-Hellman is this one operation: the public key is `2 ^ private`, the shared secret is
 * `theirs ^ private`. The base goes in as "their" key and never as generator: another generator
 * than 2 makes OpenSSL check the group again, for more than a second.
 */
function exponentiation(base: bigint, exponent: bigint): bigint | undefined {
  try {
    group ??= groupOfN()
    // A named group hides this method of its class, which works on it all the same.
    DiffieHellman.prototype.setPrivateKey.call(group, hex(exponent), 'hex')
    const result = base === g ? group.generateKeys() : group.computeSecret(bytes(base % N))
    return BigInt(`0x${result.toString('hex')}`)
  } catch {
    // 0, 1 and N − 1 are no keys to the library, though they are numbers to us.
    return undefined
  }
}

/**
 * Cognito's N with generator 2 is group 15 of RFC 3526. Asked for by that name, no runtime tests
 * it; given as a number, BoringSSL and Node from 23 on test it for more than a second at each call.
 * Node 22 alone refuses the half of all bases that are no squares in a group that it has by name.
 */
function groupOfN(): DiffieHellmanGroup {
  const { electron, node } = process.versions as Readonly<Record<string, string | undefined>>
  const byNumber = electron === undefined && Number.parseInt(node ?? '', 10) < 23
  return byNumber
    ? createDiffieHellman(bytes(N), Buffer.from([Number(g)]))
    : getDiffieHellman('modp15')
}

function agreesWithBigInt(): boolean {
  const exponent = BigInt(`0x${randomBytes(16).toString('hex')}`) + 2n
  return [g, N / 3n].every(
    (base) => exponentiation(base, exponent) === modPowBigInt(base, exponent, N),
  )
}

const bytes = (number: bigint): Buffer => Buffer.from(hex(number), 'hex')

/** A number in whole bytes. */
function hex(number: bigint): string {
  const digits = number.toString(16)
  return digits.length % 2 === 0 ? digits : `0${digits}`
}
