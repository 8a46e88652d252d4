import type { Factor, PassedFactors } from './passed-factors.ts'
import type { Client, Pool, User } from './pool.ts'
import type { Ports } from './ports.ts'
import { uuidOf } from './uuid.ts'

/** A refresh token that rotation put another in place of. */
interface RetiredToken {
  readonly token: string
  /** Milliseconds since 1970. */
  readonly retiredAt: number
}

/** One finished sign-in: what its tokens come from, and what a revocation ends. */
export interface Grant {
  /** The claim `origin_jti` of every token of this sign-in. */
  readonly originJti: string
  readonly eventId: string
  readonly poolId: string
  readonly clientId: string
  readonly username: string
  /** What the sign-in was done with. */
  readonly factors: readonly Factor[]
  /** What ListUserSessions calls this sign-in: 28 characters that begin with `tkn`. */
  readonly sessionId: string
  /** The device that the sign-in came from, where the pool tracks devices. */
  readonly deviceKey: string | undefined
  /** The one that is in force; rotation puts another in its place. */
  refreshToken: string
  retiredTokens: readonly RetiredToken[]
  /** Milliseconds since 1970, like the next. */
  readonly signedInAt: number
  lastActiveAt: number
  revoked: boolean
}

/** The sign-ins whose tokens may still be alive. */
export interface Grants {
  issue(
    clientCall: {
      readonly pool: Pool
      readonly client: Client
      readonly passedFactors: PassedFactors
    },
    user: User,
    deviceKey?: string,
  ): Grant
  /** The sign-in that a refresh token is of, be it in force or retired. */
  byRefreshToken(token: string): Grant | undefined
  /** Puts another refresh token in force. */
  rotate(grant: Grant): void
  byOriginJti(originJti: string): Grant | undefined
  /** The sign-ins of a user that were not ended, newest first. */
  aliveOf(pool: Pool, user: User): readonly Grant[]
  revokeAllOf(pool: Pool, user: User): void
}

/** Grants in memory. */
export function createGrants({ now, randomBytes }: Ports): Grants {
  const grants: Grant[] = []
  // The real one is a JWE (RSA-OAEP, A256GCM) that only Cognito can open. Since nobody may look
  // inside, random parts of the same lengths do as well, and the pool keeps the meaning here.
  const part = (bytes: number) => Buffer.from(randomBytes(bytes)).toString('base64url')
  const header = Buffer.from('{"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"}').toString('base64url')

  const newRefreshToken = () => [header, part(256), part(12), part(920), part(16)].join('.')
  const isOf = (pool: Pool, user: User) => (grant: Grant) =>
    grant.poolId === pool.id && grant.username === user.username

  return {
    issue({ pool, client, passedFactors }, user, deviceKey) {
      const grant: Grant = {
        originJti: uuidOf(randomBytes(16)),
        eventId: uuidOf(randomBytes(16)),
        poolId: pool.id,
        clientId: client.id,
        username: user.username,
        factors: passedFactors.factors,
        sessionId: `tkn${Buffer.from(randomBytes(13)).toString('hex').slice(0, 25)}`,
        deviceKey,
        refreshToken: newRefreshToken(),
        retiredTokens: [],
        signedInAt: now(),
        lastActiveAt: now(),
        revoked: false,
      }
      grants.push(grant)
      return grant
    },
    byRefreshToken: (token) =>
      grants.find(
        ({ refreshToken, retiredTokens }) =>
          refreshToken === token || retiredTokens.some((retired) => retired.token === token),
      ),
    rotate(grant) {
      const retired = { token: grant.refreshToken, retiredAt: now() }
      grant.retiredTokens = [...grant.retiredTokens, retired]
      grant.refreshToken = newRefreshToken()
    },
    byOriginJti: (id) => grants.find(({ originJti }) => originJti === id),
    aliveOf: (pool, user) =>
      grants
        .filter(isOf(pool, user))
        .filter(({ revoked }) => !revoked)
        .reverse(),
    revokeAllOf(pool, user) {
      for (const grant of grants.filter(isOf(pool, user))) grant.revoked = true
    },
  }
}
