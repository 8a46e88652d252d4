import {
  constants,
  createPublicKey,
  generatePrime,
  publicEncrypt,
  randomFillSync,
} from 'node:crypto'
import { promisify } from 'node:util'
import { once } from './once.ts'

/** Odd numbers from a random one on, of which the multiples of small primes are crossed out. */
const range = 2048
const generated = promisify(
  (bits: number, done: (error: Error | null, prime: bigint) => void): void => {
    generatePrime(bits, { bigint: true }, done)
  },
)

/**
 * A random prime of so many bits, the two highest of which are set, so that two of them have a
 * product of twice as many. OpenSSL's own search confirms each with 64 rounds of Miller-Rabin; here
 * a single round of Fermat's test by OpenSSL has to do, in a quarter of the time. A composite passes
 * that less often than hardware errs, and the keys of this pool guard nothing.
 */
export async function randomPrime(bits: number): Promise<bigint> {
  try {
    for (;;) {
      const prime = primeAfter(randomStart(bits))
      if (prime !== undefined) return prime
    }
  } catch {
    // Electron's BoringSSL takes no such exponents.
    return generated(bits)
  }
}

function randomStart(bits: number): bigint {
  const bytes = randomFillSync(Buffer.alloc(bits / 8))
  bytes[0] = (bytes[0] ?? 0) | 0xc0
  return BigInt(`0x${bytes.toString('hex')}`) | 1n
}

function primeAfter(start: bigint): bigint | undefined {
  const isCrossedOut = new Uint8Array(range)
  for (const prime of smallPrimes()) {
    const rest = Number(start % BigInt(prime))
    const gap = (prime - rest) % prime
    const first = (gap % 2 === 0 ? gap : gap + prime) / 2
    for (let index = first; index < range; index += prime) isCrossedOut[index] = 1
  }
  for (const [index, crossedOut] of isCrossedOut.entries()) {
    const candidate = start + 2n * BigInt(index)
    if (!crossedOut && passesFermat(candidate)) return candidate
  }
  return undefined
}

/** Those below 20,000: more of them would take longer to cross out than they save tests. */
const smallPrimes = once(() => {
  const isComposite = new Uint8Array(20_000)
  const primes: number[] = []
  for (let number = 3; number < isComposite.length; number += 2) {
    if (isComposite[number]) continue
    primes.push(number)
    for (let multiple = number * number; multiple < isComposite.length; multiple += number)
      isComposite[multiple] = 1
  }
  return primes
})

/** Whether `2^(n − 1) mod n` is 1: RSA without padding is OpenSSL's fastest exponentiation. */
function passesFermat(n: bigint): boolean {
  const length = (n.toString(16).length + 1) >> 1
  const key = createPublicKey({
    format: 'jwk',
    key: { kty: 'RSA', n: base64url(n), e: base64url(n - 1n) },
  })
  const two = Buffer.alloc(length)
  two[length - 1] = 2
  const power = publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, two)
  return power[length - 1] === 1 && power.subarray(0, -1).every((byte) => byte === 0)
}

/** A number as a JSON Web Key has it. */
export function base64url(number: bigint): string {
  const hex = number.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url')
}
