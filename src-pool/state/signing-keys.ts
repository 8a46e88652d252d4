import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import type { JWK } from 'jose'
import { once } from './once.ts'
import { newRsaKey } from './rsa-key.ts'

/** One RSA key pair (2048 bits) of a pool. */
export interface SigningKey {
  /** Base64 of 32 bytes, with `=`, like the real ones. */
  readonly kid: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  /** The public half as the JWKS shows it. */
  readonly jwk: JWK
}

/** A pool signs its ID tokens with one key and its access tokens with another. */
export interface SigningKeys {
  readonly id: () => Promise<SigningKey>
  readonly access: () => Promise<SigningKey>
}

const ofPools = new Map<string, SigningKeys>()

/**
 * The keys of a pool. Each is made on first use, between other work, and kept for as long as the
 * process lives: one takes a tenth of a second, and a pool that is started again has the same.
 */
export function signingKeys(poolId: string): SigningKeys {
  const keys = ofPools.get(poolId) ?? {
    id: once(() => newKey(`${poolId} id`)),
    access: once(() => newKey(`${poolId} access`)),
  }
  ofPools.set(poolId, keys)
  return keys
}

/** The document at `/<poolId>/.well-known/jwks.json`: the id key first. */
export async function jwks(keys: SigningKeys): Promise<{ readonly keys: readonly JWK[] }> {
  const both = await Promise.all([keys.id(), keys.access()])
  return { keys: both.map(({ jwk }) => jwk) }
}

async function newKey(name: string): Promise<SigningKey> {
  const privateKey = await newRsaKey()
  const publicKey = createPublicKey(privateKey)
  const { e, n } = publicKey.export({ format: 'jwk' })
  const kid = createHash('sha256')
    .update(`${name} ${n ?? ''}`)
    .digest('base64')
  const jwk: JWK = { alg: 'RS256', kid, kty: 'RSA', use: 'sig' }
  if (e !== undefined && n !== undefined) Object.assign(jwk, { e, n })
  return { kid, privateKey, publicKey, jwk }
}
