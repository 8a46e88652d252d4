import { Secret } from '#engine/secret/secret.ts'
import type { Application, HandlersOf } from './application.ts'
import type { RunDependencies } from './run-handlers.ts'

/** Tokens, read and checked against the keys of their pool. */
export function tokenHandlers({
  profiles,
  runs,
  settings,
  system,
}: Pick<Application, 'profiles' | 'settings' | 'system'> &
  Pick<RunDependencies, 'runs'>): HandlersOf<'token'> {
  const ports = async () => {
    const [{ fetchPublic }, { networkOfSettings }] = await Promise.all([
      import('#main/http/fetch-public.ts'),
      import('#main/network/network-of-settings.ts'),
    ])
    const network = networkOfSettings(() => settings.value().settings, system.resolveProxy)
    return { fetchPublic: (url: string) => fetchPublic(url, network), now: Date.now }
  }
  return {
    'token.check': async ({ runId }) => {
      const { reportRun } = await import('#main/tokens/report-run.ts')
      const all = await runs()
      return reportRun((await all.open(runId)).events, await all.tokens(runId), await ports())
    },
    'token.read': async ({ profileId, token }) => {
      const { expectedPool, reportTokens } = await import('#main/tokens/report.ts')
      const pasted = token ?? Secret.of('text', await system.clipboard.read())
      // A token can be looked at without any profile.
      const { clientId, endpoint, userPoolId } =
        profileId === ''
          ? { clientId: '', endpoint: '', userPoolId: '' }
          : await profiles.get(profileId)
      const pool = expectedPool(userPoolId, clientId, endpoint)
      const [report] = await reportTokens([{ token: pasted }], pool, await ports())
      if (!report) throw new TypeError('a token has a report')
      return report
    },
  }
}
