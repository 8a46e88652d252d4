import type { Client, Pool, User } from './pool.ts'
import type { Ports } from './ports.ts'

/** A challenge that an authenticator has to sign. */
interface PasskeyChallenge {
  readonly purpose: 'registration' | 'sign-in'
  readonly poolId: string
  readonly clientId: string
  readonly username: string
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

/** The challenges of passkeys that wait for their answer; each can be answered once. */
export interface PasskeyChallenges {
  /** A new challenge, base64url. It is good for as long as a session of the client; this is assumed. */
  issue(
    clientCall: { readonly pool: Pool; readonly client: Client },
    user: Pick<User, 'username'>,
    purpose: PasskeyChallenge['purpose'],
  ): string
  /** The challenge of this user and purpose that still waits, if there is one. */
  waiting(
    text: string,
    pool: Pool,
    user: Pick<User, 'username'>,
    purpose: PasskeyChallenge['purpose'],
  ): { readonly clientId: string } | undefined
  /** Ends a challenge: whatever the result, it cannot be answered again. */
  end(text: string): void
}

/** Challenges in memory. */
export function createPasskeyChallenges({ now, randomBytes }: Ports): PasskeyChallenges {
  const challenges = new Map<string, PasskeyChallenge>()
  return {
    issue({ pool, client }, { username }, purpose) {
      for (const [text, { expiresAt }] of challenges)
        if (expiresAt <= now()) challenges.delete(text)
      const text = Buffer.from(randomBytes(32)).toString('base64url')
      const expiresAt = now() + client.authSessionValidity * 60_000
      const { id: poolId } = pool
      challenges.set(text, { purpose, poolId, clientId: client.id, username, expiresAt })
      return text
    },
    waiting(text, pool, { username }, purpose) {
      const found = challenges.get(text)
      return found?.purpose === purpose &&
        found.poolId === pool.id &&
        found.username === username &&
        now() < found.expiresAt
        ? found
        : undefined
    },
    end: (text) => void challenges.delete(text),
  }
}
