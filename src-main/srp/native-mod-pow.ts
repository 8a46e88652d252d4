import { createDiffieHellman, randomBytes, type DiffieHellman } from 'node:crypto'
import { modPowBigInt, type ModPow } from '#engine/srp/modular-exponentiation.ts'
import { g, N } from '#engine/srp/group.ts'

let trusted: boolean | undefined

/**
 * `base ^ exponent mod modulus` by Node's OpenSSL, about eight times as fast as BigInt. Held
 * against BigInt once, at first use; where the two differ, where the library refuses the numbers,
 * in Electron, and for any modulus but Cognito's N, BigInt computes.
 */
export const nativeModPow: ModPow = (base, exponent, modulus) => {
  // OpenSSL tests an unknown modulus for primality, which takes longer than all of SRP.
  if (modulus !== N) return modPowBigInt(base, exponent, modulus)
  trusted ??= agreesWithBigInt()
  return (trusted ? exponentiation(base, exponent) : undefined) ?? modPowBigInt(base, exponent, N)
}

const bytesOfN = bytes(N)
let group: DiffieHellman | undefined

/**
 * Diffie-Hellman is this one operation: the public key is `2 ^ private`, the shared secret is
 * `theirs ^ private`. The base goes in as "their" key and never as generator: another generator
 * than 2 makes OpenSSL check the group again, for more than a second.
 */
function exponentiation(base: bigint, exponent: bigint): bigint | undefined {
  try {
    group ??= createDiffieHellman(bytesOfN, Buffer.from([Number(g)]))
    group.setPrivateKey(bytes(exponent))
    const result = base === g ? group.generateKeys() : group.computeSecret(bytes(base % N))
    return BigInt(`0x${result.toString('hex')}`)
  } catch {
    // 0, 1 and N − 1 are no keys to the library, though they are numbers to us.
    return undefined
  }
}

function agreesWithBigInt(): boolean {
  // Electron's BoringSSL knows no group by its prime: it would test N for 1.4 s at each call.
  const versions: Readonly<Record<string, string | undefined>> = process.versions
  if (versions['electron'] !== undefined) return false
  // Node from 23 on tests the group too, for 2 s at each call (seen in 24.22 and 26.12, not in 22.23).
  if (Number.parseInt(versions['node'] ?? '', 10) >= 23) return false
  const exponent = BigInt(`0x${randomBytes(16).toString('hex')}`) + 2n
  return [g, N / 3n].every(
    (base) => exponentiation(base, exponent) === modPowBigInt(base, exponent, N),
  )
}

function bytes(number: bigint): Buffer {
  const hex = number.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
}
