import { constants, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto'
import { modPowBigInt, type ModPow } from '#engine/srp/modular-exponentiation.ts'
import { g, N } from '#engine/srp/group.ts'

let trusted: boolean | undefined

/**
 * `base ^ exponent mod modulus` by Node's OpenSSL, about eight times as fast as BigInt. Held
 * against BigInt once, at first use; where the two differ, where the library refuses the numbers
 * (as Electron's BoringSSL does long exponents), and for any modulus but Cognito's N, BigInt computes.
 */
export const nativeModPow: ModPow = (base, exponent, modulus) => {
  if (modulus !== N) return modPowBigInt(base, exponent, modulus)
  trusted ??= agreesWithBigInt()
  return (trusted ? exponentiation(base, exponent) : undefined) ?? modPowBigInt(base, exponent, N)
}

const bytesOfN = (N.toString(16).length + 1) >> 1
const base64urlOfN = base64url(N)

/**
 * RSA without padding is this one operation, with N as the key's modulus and the exponent as its
 * exponent. Diffie-Hellman is it too, but Node from 23 on tests the group for 2 s at each call.
 */
function exponentiation(base: bigint, exponent: bigint): bigint | undefined {
  const message = Buffer.from((base % N).toString(16).padStart(2 * bytesOfN, '0'), 'hex')
  try {
    const jwk = { kty: 'RSA', n: base64urlOfN, e: base64url(exponent) }
    const key = createPublicKey({ format: 'jwk', key: jwk })
    const power = publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, message)
    return BigInt(`0x${power.toString('hex')}`)
  } catch {
    // An exponent of 0, or one that is longer than N, is none to the library.
    return undefined
  }
}

function agreesWithBigInt(): boolean {
  const exponent = BigInt(`0x${randomBytes(16).toString('hex')}`) + 2n
  return [g, N / 3n].every(
    (base) => exponentiation(base, exponent) === modPowBigInt(base, exponent, N),
  )
}

function base64url(number: bigint): string {
  const hex = number.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url')
}
