import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import type { User } from '../state/pool.ts'
import { findClient } from '../state/find-client.ts'
import type { ClientCall, PracticeState } from '../state/practice-state.ts'
import type { Session } from '../state/sessions.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'

/** Who sets up an authenticator application: someone signed in, or in the middle of MFA_SETUP. */
interface SetUp {
  readonly clientCall: ClientCall
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
  const clientCall = findClient(state, session.clientId) ?? refuse(refusals.sessionInvalid)
  const user =
    clientCall.pool.users.find(({ username }) => username === session.username) ??
    refuse(refusals.sessionInvalid)
  return { clientCall, user, session }
}

/** Ends one session of a chain and begins the next; undefined when an access token was used. */
export function nextSession({ clientCall, user, session }: SetUp): { readonly Session?: string } {
  if (!session) return {}
  if (session.spent) refuse(refusals.sessionSpent)
  session.spent = true
  const { deviceKey, passedFactors } = session
  const here = { ...clientCall, passedFactors, deviceKey }
  return { Session: clientCall.state.sessions.issue(here, user, 'MFA_SETUP').text }
}
