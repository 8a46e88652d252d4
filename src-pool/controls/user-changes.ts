import { isLockedOut, lockedUntil } from '../state/lock-out.ts'
import type { Pool, User } from '../state/pool.ts'
import type { PracticeState } from '../state/practice-state.ts'

/** One thing that can be done to a practice user, as an administrator or time would do it. */
export interface UserChange {
  readonly name: string
  readonly title: string
  /** What follows for the user, a sentence. */
  readonly consequence: string
  /** Whether it would change anything now. Time in milliseconds since 1970. */
  readonly fits: (user: User, now: number) => boolean
  readonly apply: (state: PracticeState, pool: Pool, user: User) => void
}

const day = 86_400_000
/** Failures in a row that lock for the longest time. */
const manyFailures = 15

/** The one list of changes; what the view offers for each user derives from it. */
export const userChanges: readonly UserChange[] = [
  {
    name: 'disable',
    title: 'Disable',
    consequence: 'Sign-in is refused with “User is disabled.”, and every token is revoked.',
    fits: ({ enabled }) => enabled,
    apply(state, pool, user) {
      user.enabled = false
      state.grants.revokeAllOf(pool, user)
    },
  },
  {
    name: 'enable',
    title: 'Enable',
    consequence: 'The user can sign in again.',
    fits: ({ enabled }) => !enabled,
    apply(_state, _pool, user) {
      user.enabled = true
    },
  },
  {
    name: 'lock-out',
    title: 'Lock out',
    consequence:
      'As after fifteen wrong passwords: sign-in is refused with “Password attempts exceeded” for a quarter of an hour.',
    fits: (user, now) => !isLockedOut(user, now),
    apply({ ports }, _pool, user) {
      user.failedSignIns = manyFailures
      user.lastFailureAt = ports.now()
      user.lockedUntil = lockedUntil(manyFailures, ports.now())
    },
  },
  {
    name: 'unlock',
    title: 'Unlock',
    consequence: 'The wrong passwords are forgotten.',
    fits: (user, now) => isLockedOut(user, now) || user.failedSignIns > 0,
    apply(_state, _pool, user) {
      user.failedSignIns = 0
      user.lastFailureAt = 0
      user.lockedUntil = 0
    },
  },
  {
    name: 'require-reset',
    title: 'Require a password reset',
    consequence: 'The right password is answered with PasswordResetRequiredException.',
    fits: ({ status }) => status === 'CONFIRMED',
    apply(_state, _pool, user) {
      user.status = 'RESET_REQUIRED'
    },
  },
  {
    name: 'unconfirm',
    title: 'Take the confirmation back',
    consequence: 'The right password is answered with UserNotConfirmedException.',
    fits: ({ status }) => status === 'CONFIRMED',
    apply(_state, _pool, user) {
      user.status = 'UNCONFIRMED'
    },
  },
  {
    name: 'confirm',
    title: 'Confirm',
    consequence: 'The user counts as confirmed, and the password as the user’s own.',
    fits: ({ status }) => status !== 'CONFIRMED',
    apply(_state, _pool, user) {
      user.status = 'CONFIRMED'
    },
  },
  {
    name: 'expire-temporary-password',
    title: 'Expire the temporary password',
    consequence:
      'The password counts as an administrator’s, too old to be used: sign-in is refused.',
    fits: ({ password }) => password !== '',
    apply({ ports }, { settings }, user) {
      user.status = 'FORCE_CHANGE_PASSWORD'
      user.passwordSetAt =
        ports.now() - (settings.passwordPolicy.temporaryPasswordValidityDays + 1) * day
    },
  },
  {
    name: 'revoke-tokens',
    title: 'Revoke all tokens',
    consequence: 'Access and refresh tokens of every sign-in so far are refused.',
    fits: () => true,
    apply(state, pool, user) {
      state.grants.revokeAllOf(pool, user)
    },
  },
]

/** As AdminForgetDevice does; a device that is not there is forgotten already. */
export function forgetDevice(user: User, deviceKey: string): void {
  user.devices = user.devices.filter(({ key }) => key !== deviceKey)
}
