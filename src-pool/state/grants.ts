import type { Factor, SoFar } from '../sign-in/so-far.ts'
import type { Client, Pool, User } from './pool.ts'
import type { Ports } from './ports.ts'
import { uuidOf } from './uuid.ts'

/** One finished sign-in: what its tokens come from, and what a revocation ends. */
export interface Grant {
  /** The claim `origin_jti` of every token of this sign-in. */
  readonly originJti: string
  readonly eventId: string
  readonly poolId: string
  readonly clientId: string
  readonly username: string
  readonly refreshToken: string
  /** What the sign-in was done with. */
  readonly factors: readonly Factor[]
  /** Milliseconds since 1970. */
  readonly signedInAt: number
  revoked: boolean
}

/** The sign-ins whose tokens may still be alive. */
export interface Grants {
  issue(
    place: { readonly pool: Pool; readonly client: Client; readonly soFar: SoFar },
    user: User,
  ): Grant
  byRefreshToken(token: string): Grant | undefined
  byOriginJti(originJti: string): Grant | undefined
  revokeAllOf(pool: Pool, user: User): void
}

/** Grants in memory. */
export function createGrants({ now, randomBytes }: Ports): Grants {
  const grants: Grant[] = []
  // The real one is a JWE (RSA-OAEP, A256GCM) that only Cognito can open. Since nobody may look
  // inside, random parts of the same lengths do as well, and the pool keeps the meaning here.
  const part = (bytes: number) => Buffer.from(randomBytes(bytes)).toString('base64url')
  const header = Buffer.from('{"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"}').toString('base64url')

  return {
    issue({ pool, client, soFar }, user) {
      const grant: Grant = {
        originJti: uuidOf(randomBytes(16)),
        eventId: uuidOf(randomBytes(16)),
        poolId: pool.id,
        clientId: client.id,
        username: user.username,
        refreshToken: [header, part(256), part(12), part(920), part(16)].join('.'),
        factors: soFar.factors,
        signedInAt: now(),
        revoked: false,
      }
      grants.push(grant)
      return grant
    },
    byRefreshToken: (token) => grants.find(({ refreshToken }) => refreshToken === token),
    byOriginJti: (id) => grants.find(({ originJti }) => originJti === id),
    revokeAllOf(pool, user) {
      for (const grant of grants)
        if (grant.poolId === pool.id && grant.username === user.username) grant.revoked = true
    },
  }
}
