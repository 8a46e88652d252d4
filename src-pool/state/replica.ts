import type { LockOut } from './lock-out.ts'

/** The secondary replica of a pool in another region; a pool has one at most. */
export interface Replica {
  readonly region: string
  /** A new one takes no users' calls until an administrator activates it. */
  isActive: boolean
  /** What it was tagged with, apart from the pool. */
  readonly tags: Readonly<Record<string, string>>
  /** Failed sign-ins by user: each region has its own count. */
  readonly lockOuts: WeakMap<object, LockOut>
}

/** A replica of a pool, which begins without failed sign-ins. */
export const replicaIn = (
  region: string,
  { isActive = false, tags = {} }: Partial<Pick<Replica, 'isActive' | 'tags'>> = {},
): Replica => ({ region, isActive, tags, lockOuts: new WeakMap() })

/** The part of a replica's address after the endpoint. */
export const replicaPath = (region: string): string => `/replica/${region}`

/** Takes the region of a replica's address off a path; undefined at the address of the primaries. */
export function splitReplicaPath(path: string): {
  readonly replicaRegion: string | undefined
  readonly rest: string
} {
  const [, replicaRegion, rest = ''] = /^\/replica\/([a-z0-9-]+)(\/.*)?$/.exec(path) ?? []
  return replicaRegion === undefined
    ? { replicaRegion: undefined, rest: path }
    : { replicaRegion, rest: rest || '/' }
}
