import type { Pool, User } from '../state/pool.ts'

const day = 86_400_000

/** Whether a temporary password has outlived the pool's TemporaryPasswordValidityDays. */
export const isTemporaryPasswordExpired = (pool: Pool, user: User, now: number): boolean =>
  now >= user.passwordSetAt + pool.settings.passwordPolicy.temporaryPasswordValidityDays * day
