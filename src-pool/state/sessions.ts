import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import type { CreatedChallenge } from '../triggers/create-auth-challenge.ts'
import type { PassedFactors } from './passed-factors.ts'
import type { Client, Pool, User } from './pool.ts'
import type { Ports } from './ports.ts'

/** One challenge that waits for its answer. */
export interface Session {
  /** What the client sees: opaque text that begins with `AYAB`. */
  readonly text: string
  readonly poolId: string
  readonly clientId: string
  readonly username: string
  readonly challenge: string
  /** The code that was sent for this challenge, or would have been. */
  readonly code?: string
  /** What CreateAuthChallenge keeps to itself. */
  readonly custom?: CreatedChallenge
  /** The challenge that a passkey has to sign. */
  readonly passkeyChallenge?: string
  readonly passedFactors: PassedFactors
  /** True for a name that nobody has, where a client may not learn that. */
  readonly pretended: boolean
  /** The DEVICE_KEY that the sign-in began with. */
  readonly deviceKey: string | undefined
  /** Milliseconds since 1970. */
  readonly expiresAt: number
  /** Set once the challenge is passed: a session works for one successful step. */
  spent: boolean
}

/** The sessions that were handed out. */
export interface Sessions {
  issue(
    clientCall: {
      readonly pool: Pool
      readonly client: Client
      readonly passedFactors: PassedFactors
      readonly deviceKey?: string | undefined
    },
    user: Pick<User, 'username'> & { readonly pretended?: true },
    challenge: string,
    details?: Pick<Session, 'code' | 'custom' | 'passkeyChallenge'>,
  ): Session
  /**
   * The session that a client sends back. A set-up call names no client, and any will do.
   * @throws Refusal when it is unknown, of another client or challenge, expired, or spent
   */
  open(text: string, client: Client | undefined, challenge: string): Session
  /** Forgets a session, so that it is as unknown as an invented one. */
  forget(session: Session): void
}

const hour = 3_600_000
/** The oldest of more are forgotten. */
const maxSessions = 5000
/** The first bytes of every real session, which make it begin with `AYAB` (an AWS SDK's header). */
const header = Uint8Array.of(1, 0x80, 1, 0x78)

/** Sessions in memory; each a random text of the real ones' length. */
export function createSessions({ now, randomBytes }: Ports): Sessions {
  const sessions = new Map<string, Session>()

  return {
    issue({ pool, client, passedFactors, deviceKey }, { username, pretended }, challenge, details) {
      for (const [text, { expiresAt }] of sessions) {
        // Kept for a while after their end, to answer "expired" and not "invalid".
        if (expiresAt + hour > now() && sessions.size < maxSessions) break
        sessions.delete(text)
      }
      const session: Session = {
        text: Buffer.concat([header, randomBytes(950)]).toString('base64url'),
        poolId: pool.id,
        clientId: client.id,
        username,
        challenge,
        ...details,
        passedFactors,
        deviceKey,
        pretended: pretended ?? false,
        expiresAt: now() + client.authSessionValidity * 60_000,
        spent: false,
      }
      sessions.set(session.text, session)
      return session
    },

    open(text, client, challenge) {
      const session = sessions.get(text) ?? refuse(refusals.sessionInvalid)
      if (client && session.clientId !== client.id) refuse(refusals.sessionInvalid)
      // Whatever the challenge: one of an earlier step is told to be used up.
      if (session.spent) refuse(refusals.sessionSpent)
      if (session.challenge !== challenge) refuse(refusals.sessionInvalid)
      if (now() >= session.expiresAt) refuse(refusals.sessionExpired)
      return session
    },

    forget: ({ text }) => void sessions.delete(text),
  }
}
