import { randomBytes } from 'node:crypto'
import { srpComputation, srpKeyPair } from '#engine/srp/client.ts'
import { modPowBigInt } from '#engine/srp/modular-exponentiation.ts'
import { claimSignature } from '#engine/srp/password-claim.ts'
import { srpServerKeyPair, srpVerifier } from '#engine/srp/server.ts'
import { srpTimestamp } from '#engine/srp/timestamp.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'

export const username = 'b5c5a6a2-1111-4222-8333-444455556666'
export const password = 'Correct-Horse9!'
export const poolName = 'AbCdEf123'
export const salt = 0x2bc990059473448e6ebd442aa16bfaa0n
export const secretBlock = randomBytes(1288).toString('base64')
export const timestamp = srpTimestamp(Date.now())

const identity = { group: poolName, name: username }
const { verifier } = srpVerifier(identity, password, salt, modPowBigInt)
/** The server's public value, which all contestants answer. */
export const { B } = srpServerKeyPair(verifier, randomBytes(128), modPowBigInt)

/** Our client side of SRP: key pair, session key, signature. */
export function clientSide(): string {
  const pair = srpKeyPair(randomBytes(128), nativeModPow)
  const { key } = srpComputation(pair, { salt, B }, identity, password, nativeModPow)
  return claimSignature(key, identity, secretBlock, timestamp)
}
