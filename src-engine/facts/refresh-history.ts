import type { FactName } from './define-fact.ts'

/** What earlier runs say of the refresh token that a run begins with. Of step 0. */
export interface RefreshHistory {
  /** Which app client an earlier run got it with. */
  readonly issuedTo: 'this app client' | 'another app client' | 'not seen'
  /** Milliseconds since a refresh elsewhere returned a new one in its place; 0 where none did. */
  readonly replacedMs: number
  /** Milliseconds since GlobalSignOut or RevokeToken ended its sign-in; 0 where neither did. */
  readonly endedMs: number
}

export const refreshHistoryFact: FactName<RefreshHistory> = {
  name: 'refresh-history',
  title: 'Earlier use of this refresh token',
  valueTitles: {
    issuedTo: 'issued to',
    replacedMs: 'time since it was replaced',
    endedMs: 'time since its sign-in ended',
  },
  none: { issuedTo: 'not seen', replacedMs: 0, endedMs: 0 },
}
