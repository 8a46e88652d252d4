import { accountRefusals } from '../refusals/account.ts'
import { refuse } from '../refusals/refusal.ts'
import type { User } from '../state/pool.ts'

/** Cognito allows 5 to 20 an hour, by the risk that it sees; it does not say how it reckons. */
const max = 5
const hour = 3_600_000

const recent = (user: User, what: string, now: number) =>
  (user.attempts.get(what) ?? []).filter((at) => at > now - hour)

/**
 * Refuses once a thing was tried too often within an hour. `now` in milliseconds.
 * @throws Refusal LimitExceededException
 */
export function checkAttempts(user: User, what: string, now: number): void {
  if (recent(user, what, now).length >= max) refuse(accountRefusals.attemptLimit)
}

/** Counts one try of a limited thing. */
export function countAttempt(user: User, what: string, now: number): void {
  user.attempts.set(what, [...recent(user, what, now), now])
}
