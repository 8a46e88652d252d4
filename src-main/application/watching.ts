import { randomBytes } from 'node:crypto'
import { BridgeError } from '#contract/failure.ts'
import type { Profile } from '#contract/routes/profiles.ts'
import type { Run } from '#contract/routes/runs.ts'
import type { Watch as ShownWatch } from '#contract/routes/watch.ts'
import { serviceUrlOf } from '#engine/tokens/issuers.ts'
import type { Runs } from '#main/runs/runs.ts'
import type { ActiveFaults } from '#pool/faults/active-faults.ts'
import type { Fault, SettingValues } from '#pool/faults/fault.ts'
import type { Watch } from '#main/watch/watch.ts'
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

/** The watch of the application: one at a time. */
export interface Watching {
  readonly state: () => ShownWatch
  /** @throws BridgeError `profile-incomplete`, `port-taken` */
  readonly start: (request: WatchRequest) => Promise<void>
  readonly stop: () => Promise<void>
  /** @throws BridgeError `watch-not-running`, `practice-setting` */
  readonly turnOn: (name: string, settings: SettingValues) => void
  readonly turnOff: (name: string) => void
}

/** What a watch works on besides the application. */
export interface WatchingDependencies extends Pick<
  Application,
  'emit' | 'networkOf' | 'practice' | 'profiles' | 'system'
> {
  readonly runs: () => Promise<Runs>
}

/** The port that is tried first, so that a configured application finds the watch again. */
const defaultPort = 9234

/** Chains that the window lists; the history has them all. */
const mostListed = 100
const mostRefused = 5

/** Milliseconds in which changes are gathered before the window is told and the history written. */
const gathering = 120

/** Everything about the watch that runs now. */
interface Session {
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
  readonly refused: string[]
  chains: number
  calls: number
}

const notRunning: ShownWatch = {
  running: false,
  url: '',
  profileId: '',
  profileName: '',
  region: '',
  userPoolId: '',
  clientId: '',
  allowedOrigins: [],
  faults: [],
  chains: [],
  chainCount: 0,
  callCount: 0,
  refused: [],
}

export function createWatching(parts: WatchingDependencies): Watching {
  const { emit, networkOf, practice, profiles, runs, system } = parts
  let session: Session | undefined
  let timer: NodeJS.Timeout | undefined

  function state(): ShownWatch {
    if (!session) return notRunning
    const { calls, chains, faultList, faults, profile, refused, request, rows, shown } = session
    const { clientId, id, name, userPoolId } = profile
    return {
      running: true,
      url: session.watch.url,
      profileId: id,
      profileName: name,
      ...{ region: regionOfProfile(profile), userPoolId, clientId },
      allowedOrigins: [...request.allowedOrigins],
      faults: shown.shownFaults(faultList, faults),
      chains: [...rows.values()].reverse(),
      chainCount: chains,
      callCount: calls,
      refused: [...refused],
    }
  }

  const tell = (): void => {
    emit({ type: 'watch.changed', watch: state() })
  }

  /** The history first, so that the window can open what it is told of. */
  async function save(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    if (!session) return
    const { rows, unsaved } = session
    const grown = [...unsaved]
    unsaved.clear()
    const all = await runs()
    for (const chain of grown) {
      const stored = chain.stored()
      await all.save(stored)
      rows.delete(chain.runId)
      rows.set(chain.runId, stored.run)
      const [oldest] = rows.keys()
      if (rows.size > mostListed && oldest !== undefined) rows.delete(oldest)
    }
    tell()
  }

  const later = (): void => {
    timer ??= setTimeout(() => void save(), gathering)
  }

  async function stop(): Promise<void> {
    const ending = session
    if (!ending) return
    await ending.watch.stop()
    await save()
    session = undefined
    tell()
  }

  async function start(request: WatchRequest): Promise<void> {
    const profile = await profiles.get(request.profileId)
    const region = regionOfProfile(profile)
    if (region === '' && profile.endpoint === '')
      throw new BridgeError('profile-incomplete', 'The profile needs a region, or an endpoint.', {
        field: 'region',
      })
    await stop()
    const [{ startWatch }, { createActiveFaults }, { faultsOnTheWay }, network, shown] =
      await Promise.all([
        import('#main/watch/watch.ts'),
        import('#pool/faults/active-faults.ts'),
        import('#main/watch/faults-on-the-way.ts'),
        networkOf(profile.id),
        import('./shown-faults.ts'),
      ])
    const sign = await signer(request.signWith, region)
    const known = await matchedProfiles({ practice, profiles })
    const own = known.get(profile.id)
    if (!own) throw new BridgeError('profile-unknown', 'This profile no longer exists.')
    const faults = createActiveFaults(randomBytes, tell)
    const progress = {
      rows: new Map<string, Run>(),
      unsaved: new Set<WatchedChain>(),
      refused: [] as string[],
      chains: 0,
      calls: 0,
    }
    const begin = (port: number) =>
      startWatch({
        upstream: new URL(profile.endpoint || serviceUrlOf(region)),
        port,
        allowedOrigins: request.allowedOrigins,
        faults,
        ...(sign && { sign }),
        // A chain of another app client belongs to the profile of that client, where there is one.
        profileOf: ({ clientId }) => {
          if (clientId === '' || clientId === profile.clientId) return own
          return (
            profileOfClient(known, clientId) ?? {
              profileId: own.profileId,
              target: { ...own.target, clientId },
            }
          )
        },
        randomBytes,
        now: Date.now,
        application: `Authscope ${system.version}`,
        network,
        triggersOf: (requestId) => practice().triggersOf(requestId),
        grown: (chain, fresh) => {
          if (chain.events.length === fresh.length) progress.chains += 1
          progress.calls += fresh.filter(({ type }) => type === 'attempted').length
          progress.unsaved.add(chain)
          later()
        },
        refused: (why) => {
          progress.refused.unshift(why)
          progress.refused.splice(mostRefused)
          later()
        },
      })
    const watch = await begin(request.port || defaultPort)
      .catch((error: unknown) => {
        if (request.port === 0) return begin(0)
        throw error
      })
      .catch((error: unknown) => {
        const { code, message } = error as NodeJS.ErrnoException
        throw new BridgeError(
          'port-taken',
          code === 'EADDRINUSE'
            ? `Port ${String(request.port)} is taken by another program. Choose another, or leave it empty.`
            : `The endpoint could not be opened: ${message}`,
        )
      })
    session = Object.assign(progress, {
      ...{ watch, profile, request, faults, shown },
      faultList: faultsOnTheWay,
    })
    tell()
  }

  return {
    state,
    start,
    stop,
    turnOn: (name, settings) => {
      if (!session) throw new BridgeError('watch-not-running', 'No watch is running.')
      session.shown.turnOnFault(session.faultList, session.faults, name, settings)
    },
    turnOff: (name) => {
      session?.faults.turnOff(name)
    },
  }
}

async function signer(awsProfile: string | undefined, region: string) {
  if (awsProfile === undefined) return undefined
  const { signAgain } = await import('#main/watch/sign-again.ts')
  return signAgain({ kind: 'chain', ...(awsProfile !== '' && { profile: awsProfile }) }, region)
}
