import { BridgeError } from '#contract/failure.ts'
import type { Ports } from '#engine/catalogue/ports.ts'
import { probeFlow } from '#engine/facts/probe-flow.ts'
import { plannedCalls, probeClient, probeUser } from '#main/probe/probe-client.ts'
import type { Application, HandlersOf } from './application.ts'
import { callStart } from './call-start.ts'
import type { RunDependencies } from './run-handlers.ts'

/** What a probe works on besides the application. */
export interface ProbeDependencies extends Pick<RunDependencies, 'runs'> {
  readonly ports: () => Promise<Ports>
}

/** Probes of profiles, one at a time for each. */
export function probeHandlers({
  emit,
  ports,
  practice,
  profiles,
  runs,
  settings,
  system,
}: Pick<Application, 'emit' | 'practice' | 'profiles' | 'settings' | 'system'> &
  ProbeDependencies): HandlersOf<'probe'> {
  const startOf = callStart({ practice, profiles, settings })
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
        const [{ fetchPublic }, { networkOfSettings }] = await Promise.all([
          import('#main/http/fetch-public.ts'),
          import('#main/network/network-of-settings.ts'),
        ])
        const network = networkOfSettings(() => settings.value().settings, system.resolveProxy)
        let runId = ''
        stop.signal.addEventListener('abort', () => {
          if (runId !== '') all.cancel(runId)
        })
        const result = await probeClient(start, user, {
          ...{ modPow, now, randomBytes, runs: all, signal: stop.signal },
          fetchPublic: (url) => fetchPublic(url, network),
          progress: (probe) => {
            runId = probe.runId
            emit({ type: 'probe.changed', profileId, probe })
          },
        })
        await profiles.keepProbe(profileId, result)
        emit({ type: 'probe.changed', profileId, probe: result })
        return result
      } finally {
        underWay.delete(profileId)
      }
    },
    'probe.readSettings': async ({ profileId }) => {
      const [profile, start] = [
        await profiles.get(profileId),
        await startOf(profileId, probeFlow, ''),
      ]
      const [{ openSender }, { networkOfSettings }, { shownPoolSettings }] = await Promise.all([
        import('#main/http/send-operation.ts'),
        import('#main/network/network-of-settings.ts'),
        import('#main/pool-settings/shown-pool-settings.ts'),
      ])
      const sender = openSender(
        networkOfSettings(() => settings.value().settings, system.resolveProxy),
      )
      try {
        return await shownPoolSettings(profile, start, sender.send)
      } finally {
        sender.close()
      }
    },
    'probe.cancel': ({ profileId }) => {
      underWay.get(profileId)?.abort()
    },
  }
}
