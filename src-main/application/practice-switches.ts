import type { Practice, PracticeFault, PracticeUser } from '#contract/routes/practice.ts'
import { explicitAuthFlows } from '#pool/configuration/configuration.ts'
import { faults } from '#pool/faults/index.ts'
import type { PracticeServer } from '#pool/practice-server.ts'
import type { ClientDescription, UserState } from '#pool/core/description.ts'
import { userChanges } from '#pool/controls/user-changes.ts'
import { shownFaults } from './shown-faults.ts'

type Switches = Pick<
  Practice['pools'][number]['clients'][number],
  | 'flags'
  | 'hidesUnknownUsers'
  | 'retryGracePeriodSeconds'
  | 'rotatesRefreshTokens'
  | 'ssoSessionMinutes'
>

/** What of an app client can be turned on and off. */
export const clientSwitches = (client: ClientDescription): Switches => ({
  flags: explicitAuthFlows.map((name) => ({ name, on: client.flows.includes(name) })),
  hidesUnknownUsers: client.preventUserExistenceErrors === 'ENABLED',
  rotatesRefreshTokens: client.rotatesRefreshTokens,
  ...(client.retryGracePeriodSeconds !== undefined && {
    retryGracePeriodSeconds: client.retryGracePeriodSeconds,
  }),
  ...(client.ssoSessionMinutes !== undefined && { ssoSessionMinutes: client.ssoSessionMinutes }),
})

/** A user's state with its lock-out by this machine's clock, whatever the pool's says. */
export const userState = ({ lockedForSeconds, ...state }: UserState): PracticeUser['state'] => ({
  ...state,
  lockedUntil: lockedForSeconds > 0 ? Date.now() + lockedForSeconds * 1000 : 0,
  changes: [...state.changes],
  factors: [...state.factors],
  groups: [...state.groups],
  devices: state.devices.map((device) => ({ ...device })),
  sessions: state.sessions.map((session) => ({ ...session })),
})

/** What can be done to a user manually. */
export const shownUserChanges = (): Practice['userChanges'] =>
  userChanges.map(({ consequence, name, title }) => ({ name, title, consequence }))

/** Every fault of a practice pool, with its settings as they are now. */
export const practiceFaults = (server: Pick<PracticeServer, 'faults'>): PracticeFault[] =>
  shownFaults(faults, server.faults)
