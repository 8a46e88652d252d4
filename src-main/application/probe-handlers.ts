import { BridgeError } from '#contract/failure.ts'
import type { Ports } from '#engine/catalogue/ports.ts'
import { withVisibleTexts } from '#engine/json/visible-text.ts'
import { probeFlow } from '#engine/facts/probe-flow.ts'
import { plannedCalls, probeClient, probeUser } from '#main/probe/probe-client.ts'
import type { ReadableProfile } from '#main/pool-settings/shown-pool-settings.ts'
import type { Application, HandlersOf } from './application.ts'
import { callStart } from './call-start.ts'
import type { RunDependencies } from './run-handlers.ts'

/** Dependencies of the handlers of probes, in addition to the application. */
export interface ProbeDependencies extends Pick<RunDependencies, 'runs'> {
  readonly ports: () => Promise<Ports>
}

/** Probes of profiles, one at a time for each. */
export function probeHandlers({
  emit,
  networkOf,
  ports,
  practice,
  profiles,
  runs,
  settings,
}: Pick<Application, 'emit' | 'networkOf' | 'practice' | 'profiles' | 'settings'> &
  ProbeDependencies): HandlersOf<'probe'> {
  const startOf = callStart({ networkOf, practice, profiles, settings })
  /** Has the settings of a profile readable for as long as `use` takes. */
  async function readWith<Result>(
    profileId: string,
    use: (readable: ReadableProfile) => Promise<Result>,
  ): Promise<Result> {
    const profile = await profiles.get(profileId)
    const start = await startOf(profileId, probeFlow, '')
    const { openSender } = await import('#main/http/send-operation.ts')
    const sender = openSender(await networkOf(profileId))
    try {
      return await use({ profile, start, send: sender.send })
    } finally {
      sender.close()
    }
  }
  const underWay = new Map<string, AbortController>()
  return {
    'probe.plan': async ({ profileId }) => {
      const { client } = await startOf(profileId, probeFlow, '')
      const last = profiles.probeOf(profileId)
      return {
        calls: plannedCalls(client).map(({ cost, title }) => ({ cost, title })),
        ...(last && { last }),
      }
    },
    'probe.run': async ({ profileId }) => {
      if (underWay.has(profileId))
        throw new BridgeError('probe-running', 'A test of this profile is already running.')
      const stop = new AbortController()
      underWay.set(profileId, stop)
      try {
        const all = await runs()
        const { modPow, now, randomBytes } = await ports()
        const user = probeUser({ modPow, randomBytes })
        const start = await startOf(profileId, probeFlow, user.name)
        const { fetchPublic } = await import('#main/http/fetch-public.ts')
        const network = await networkOf(profileId)
        let runId = ''
        stop.signal.addEventListener('abort', () => {
          if (runId !== '') all.cancel(runId)
        })
        const probed = await probeClient(start, user, {
          modPow,
          now,
          randomBytes,
          runs: all,
          signal: stop.signal,
          fetchPublic: (url) => fetchPublic(url, network),
          progress: (probe) => {
            runId = probe.runId
            emit({ type: 'probe.changed', profileId, probe: withVisibleTexts(probe) })
          },
        })
        const result = withVisibleTexts(probed)
        await profiles.keepProbe(profileId, result)
        emit({ type: 'probe.changed', profileId, probe: result })
        return result
      } finally {
        underWay.delete(profileId)
      }
    },
    'probe.readSettings': async ({ profileId }) => {
      const { shownPoolSettings } = await import('#main/pool-settings/shown-pool-settings.ts')
      return withVisibleTexts(await readWith(profileId, shownPoolSettings))
    },
    'probe.compareSettings': async ({ otherId, profileId }) => {
      const { comparedPoolSettings } = await import('#main/pool-settings/shown-pool-settings.ts')
      const compared = await readWith(profileId, (one) =>
        readWith(otherId, (other) => comparedPoolSettings(one, other)),
      )
      return withVisibleTexts(compared)
    },
    'probe.cancel': ({ profileId }) => {
      underWay.get(profileId)?.abort()
    },
  }
}
