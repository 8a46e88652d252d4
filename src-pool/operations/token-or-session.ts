import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import type { User } from '../state/pool.ts'
import { findClient, type Place, type PracticeState } from '../state/practice-state.ts'
import type { Session } from '../state/sessions.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'

/** Who sets up an authenticator application: someone signed in, or in the middle of MFA_SETUP. */
interface SetUp {
  readonly place: Place
  readonly user: User
  readonly session: Session | undefined
}

/**
 * The user behind an access token or the session of an MFA_SETUP challenge, of which one must be
 * given.
 * @throws Refusal when both or neither are, or the one given is not good
 */
export async function tokenOrSession(
  state: PracticeState,
  accessToken: string | undefined,
  sessionText: string | undefined,
): Promise<SetUp> {
  if ((accessToken === undefined) === (sessionText === undefined)) refuse(refusals.tokenOrSession)
  if (accessToken !== undefined)
    return { ...(await checkAccessToken(state, accessToken)), session: undefined }
  const session = state.sessions.open(sessionText ?? '', undefined, 'MFA_SETUP')
  const place = findClient(state, session.clientId) ?? refuse(refusals.sessionInvalid)
  const user =
    place.pool.users.find(({ username }) => username === session.username) ??
    refuse(refusals.sessionInvalid)
  return { place, user, session }
}

/** Ends one session of a chain and begins the next; undefined when an access token was used. */
export function nextSession({ place, user, session }: SetUp): { readonly Session?: string } {
  if (!session) return {}
  if (session.spent) refuse(refusals.sessionSpent)
  session.spent = true
  const { deviceKey, soFar } = session
  const here = { ...place, soFar, deviceKey }
  return { Session: place.state.sessions.issue(here, user, 'MFA_SETUP').text }
}
