import { BridgeError } from '#contract/failure.ts'
import type { Watch as ShownWatch } from '#contract/routes/watch.ts'
import { withVisibleTexts } from '#engine/json/visible-text.ts'
import type { Runs } from '#main/runs/runs.ts'
import type { SettingValues } from '#pool/faults/fault.ts'
import type { Application } from './application.ts'
import { regionOfProfile } from './profile-target.ts'
import { startWatchSession, type WatchRequest, type WatchSession } from './watch-session.ts'

/** The watch of the application: one at a time. */
export interface Watching {
  readonly state: () => ShownWatch
  /** @throws BridgeError `profile-incomplete`, `port-taken` */
  readonly start: (request: WatchRequest) => Promise<void>
  readonly stop: () => Promise<void>
  /** @throws BridgeError `watch-not-running`, `practice-setting` */
  readonly turnOn: (name: string, settings: SettingValues) => void
  readonly turnOff: (name: string) => void
  /** Runs that were deleted from the history, or restored, leave the list or come back to it. */
  readonly setDeleted: (runIds: readonly string[], isDeleted: boolean) => void
}

/** Dependencies of watching, in addition to the application. */
export interface WatchingDependencies extends Pick<
  Application,
  'emit' | 'networkOf' | 'practice' | 'profiles' | 'system'
> {
  readonly runs: () => Promise<Runs>
}

/** Chains that the window lists; the history has them all. */
const maxListed = 100

/** Milliseconds in which changes are gathered before the window is told and the history written. */
const gathering = 120

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

/** One watch at a time; its chains go to the history, and the window is told of them. */
export function createWatching(parts: WatchingDependencies): Watching {
  const { emit, profiles, runs } = parts
  let session: WatchSession | undefined
  let timer: NodeJS.Timeout | undefined

  function state(): ShownWatch {
    if (!session) return notRunning
    const { calls, chains, deleted, faultList, faults, profile } = session
    const { refused, request, rows, shown } = session
    const { clientId, id, name, userPoolId } = profile
    return {
      running: true,
      url: session.watch.url,
      profileId: id,
      profileName: name,
      region: regionOfProfile(profile),
      userPoolId,
      clientId,
      allowedOrigins: [...request.allowedOrigins],
      faults: shown.shownFaults(faultList, faults),
      chains: withVisibleTexts(
        [...rows.values()].filter(({ runId }) => !deleted.has(runId)).reverse(),
      ),
      chainCount: chains,
      callCount: calls,
      refused: withVisibleTexts([...refused]),
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
      if (rows.size > maxListed && oldest !== undefined) rows.delete(oldest)
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
    session = await startWatchSession(parts, profile, request, {
      faultsChanged: tell,
      grown: later,
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
    setDeleted: (runIds, isDeleted) => {
      if (!session) return
      for (const runId of runIds)
        if (isDeleted) session.deleted.add(runId)
        else session.deleted.delete(runId)
      tell()
    },
  }
}
