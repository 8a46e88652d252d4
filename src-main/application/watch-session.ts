import { randomBytes } from 'node:crypto'
import { BridgeError } from '#contract/failure.ts'
import type { Profile } from '#contract/routes/profiles.ts'
import type { Run } from '#contract/routes/runs.ts'
import { serviceUrlOf } from '#engine/tokens/issuers.ts'
import type { ActiveFaults } from '#pool/faults/active-faults.ts'
import type { Fault } from '#pool/faults/fault.ts'
import type { Runs } from '#main/runs/runs.ts'
import type { Watch, WatchOptions } from '#main/watch/watch.ts'
import type { WatchedChain } from '#main/watch/watched-chains.ts'
import type { Application } from './application.ts'
import { matchedProfiles, profileOfClient } from './matched-profiles.ts'
import { regionOfProfile } from './profile-target.ts'
import type { shownFaults, turnOnFault } from './shown-faults.ts'

/** How a person starts a watch. */
export interface WatchRequest {
  readonly profileId: string
  readonly port: number
  readonly allowedOrigins: readonly string[]
  readonly signWith?: string | undefined
}

/** Everything about the watch that runs now. */
export interface WatchSession {
  readonly watch: Watch
  readonly profile: Profile
  readonly request: WatchRequest
  readonly faults: ActiveFaults
  readonly faultList: readonly Fault[]
  readonly shown: {
    readonly shownFaults: typeof shownFaults
    readonly turnOnFault: typeof turnOnFault
  }
  readonly rows: Map<string, Run>
  readonly unsaved: Set<WatchedChain>
  /** Runs of the watch that are deleted from the history. */
  readonly deleted: Set<string>
  readonly refused: string[]
  chains: number
  calls: number
}

/** The port that is tried first, so that a configured application finds the watch again. */
const defaultPort = 9234

/** Refused requests that are shown. */
const maxRefused = 5

type From = Pick<Application, 'networkOf' | 'practice' | 'profiles' | 'system'> & {
  readonly runs: () => Promise<Runs>
}

/** What a session tells of: a fault that hit or changed, and calls that came. */
interface Listener {
  readonly faultsChanged: () => void
  readonly grown: () => void
}

/**
 * Opens the recording endpoint for a profile.
 * @throws BridgeError `profile-unknown`, `port-taken`
 */
export async function startWatchSession(
  { networkOf, practice, profiles, runs, system }: From,
  profile: Profile,
  request: WatchRequest,
  listener: Listener,
): Promise<WatchSession> {
  const region = regionOfProfile(profile)
  const [{ startWatch }, { createActiveFaults }, { faultsOnTheWay }, network, shown] =
    await Promise.all([
      import('#main/watch/watch.ts'),
      import('#pool/faults/active-faults.ts'),
      import('#main/watch/faults-on-the-way.ts'),
      networkOf(profile.id),
      import('./shown-faults.ts'),
    ])
  const sign = await signer(request.signWith, region)
  const profileOf = await profileOfCall({ practice, profiles }, profile)
  const faults = createActiveFaults(randomBytes, listener.faultsChanged)
  const progress = newProgress()
  const watch = await onWantedPort(request.port, (port) =>
    startWatch({
      upstream: new URL(profile.endpoint || serviceUrlOf(region)),
      port,
      allowedOrigins: request.allowedOrigins,
      faults,
      ...(sign && { sign }),
      profileOf,
      keptRunsOf: async (username) => (await runs()).keptRunsOf(username),
      randomBytes,
      now: Date.now,
      application: `Authscope ${system.version}`,
      network,
      triggersOf: (requestId) => practice().triggersOf(requestId),
      grown: (chain, fresh) => {
        if (chain.events.length === fresh.length) progress.chains += 1
        progress.calls += fresh.filter(({ type }) => type === 'attempted').length
        progress.unsaved.add(chain)
        listener.grown()
      },
      refused: (why) => {
        progress.refused.unshift(why)
        progress.refused.splice(maxRefused)
        listener.grown()
      },
    }),
  )
  return Object.assign(progress, {
    watch,
    profile,
    request,
    faults,
    shown,
    faultList: faultsOnTheWay,
  })
}

const newProgress = (): Pick<
  WatchSession,
  'calls' | 'chains' | 'deleted' | 'refused' | 'rows' | 'unsaved'
> => ({
  rows: new Map(),
  unsaved: new Set(),
  deleted: new Set(),
  refused: [],
  chains: 0,
  calls: 0,
})

/** A chain of another app client belongs to the profile of that client, where there is one. */
async function profileOfCall(
  from: Pick<From, 'practice' | 'profiles'>,
  profile: Profile,
): Promise<WatchOptions['profileOf']> {
  const known = await matchedProfiles(from)
  const own = known.get(profile.id)
  if (!own) throw new BridgeError('profile-unknown', 'This profile no longer exists.')
  return ({ clientId }) => {
    if (clientId === '' || clientId === profile.clientId) return own
    return (
      profileOfClient(known, clientId) ?? {
        profileId: own.profileId,
        target: { ...own.target, clientId },
      }
    )
  }
}

/** Opens the endpoint on this port; without a wish on the default one, or on any that is free. */
async function onWantedPort(
  wanted: number,
  open: (port: number) => Promise<Watch>,
): Promise<Watch> {
  return open(wanted || defaultPort)
    .catch((error: unknown) => {
      if (wanted === 0) return open(0)
      throw error
    })
    .catch((error: unknown) => {
      const { code, message } = error as NodeJS.ErrnoException
      throw new BridgeError(
        'port-taken',
        code === 'EADDRINUSE'
          ? `Port ${String(wanted)} is taken by another program. Choose another, or leave it empty.`
          : `The endpoint could not be opened: ${message}`,
      )
    })
}

async function signer(awsProfile: string | undefined, region: string) {
  if (awsProfile === undefined) return undefined
  const { signAgain } = await import('#main/watch/sign-again.ts')
  return signAgain({ kind: 'chain', ...(awsProfile !== '' && { profile: awsProfile }) }, region)
}
