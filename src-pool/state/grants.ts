import type { Factor, PassedFactors } from './passed-factors.ts'
import type { Client, Pool, User } from './pool.ts'
import type { Ports } from './ports.ts'
import { uuidOf } from './uuid.ts'

/** A refresh token that rotation has replaced. */
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
  /** When nothing of it can be of use any more. */
  readonly goneAt: number
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

/** The number of sign-ins that are kept; the oldest go first, whatever their refresh token's life. */
const maxGrants = 5000
const day = 86_400_000

/** Grants in memory: those whose tokens are over are forgotten, and there is a bound. */
export function createGrants({ now, randomBytes }: Ports): Grants {
  // Oldest first, as a Map keeps its keys.
  const grants = new Map<string, Grant>()
  const byToken = new Map<string, Grant>()
  // The real one is a JWE (RSA-OAEP, A256GCM) that only Cognito can open. Since nobody may look
  // inside, random parts of the same lengths do as well, and the pool keeps the meaning here.
  const partLengths = [256, 12, 920, 16]
  const allParts = partLengths.reduce((sum, length) => sum + length)
  const header = Buffer.from('{"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"}').toString('base64url')

  const newRefreshToken = () => {
    const random = Buffer.from(randomBytes(allParts))
    let at = 0
    const parts = partLengths.map((length) => random.toString('base64url', at, (at += length)))
    return [header, ...parts].join('.')
  }
  const ofUser = (pool: Pool, user: User) =>
    [...grants.values()].filter(
      ({ poolId, username }) => poolId === pool.id && username === user.username,
    )

  const forget = (grant: Grant) => {
    grants.delete(grant.originJti)
    for (const { token } of [{ token: grant.refreshToken }, ...grant.retiredTokens])
      byToken.delete(token)
  }
  const forgetOld = () => {
    for (const grant of grants.values()) {
      if (grants.size < maxGrants && grant.goneAt > now()) break
      forget(grant)
    }
  }

  return {
    issue({ pool, client, passedFactors }, user, deviceKey) {
      forgetOld()
      const signedInAt = now()
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
        signedInAt,
        lastActiveAt: signedInAt,
        revoked: false,
        // An access token lives a day at most, and for a day more the answer is "expired".
        goneAt: signedInAt + client.refreshTokenValidity * 1000 + day,
      }
      grants.set(grant.originJti, grant)
      byToken.set(grant.refreshToken, grant)
      return grant
    },
    byRefreshToken: (token) => byToken.get(token),
    rotate(grant) {
      const retired = { token: grant.refreshToken, retiredAt: now() }
      // A client may retry the last few; older ones are as unknown as invented ones.
      const kept = [...grant.retiredTokens, retired].slice(-20)
      for (const { token } of grant.retiredTokens.slice(0, -19)) byToken.delete(token)
      grant.retiredTokens = kept
      grant.refreshToken = newRefreshToken()
      byToken.set(grant.refreshToken, grant)
    },
    byOriginJti: (id) => grants.get(id),
    aliveOf: (pool, user) =>
      ofUser(pool, user)
        .filter(({ revoked }) => !revoked)
        .reverse(),
    revokeAllOf(pool, user) {
      for (const grant of ofUser(pool, user)) grant.revoked = true
    },
  }
}
