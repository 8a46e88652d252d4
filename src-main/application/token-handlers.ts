import { Secret } from '#engine/secret/secret.ts'
import type { Application, HandlersOf } from './application.ts'
import type { RunDependencies } from './run-handlers.ts'

/** Tokens, read and checked against the keys of their pool. */
export function tokenHandlers({
  networkOf,
  profiles,
  runs,
  system,
}: Pick<Application, 'networkOf' | 'profiles' | 'system'> &
  Pick<RunDependencies, 'runs'>): HandlersOf<'token'> {
  const ports = async (profileId: string) => {
    const { fetchPublic } = await import('#main/http/fetch-public.ts')
    const network = await networkOf(profileId)
    return { fetchPublic: (url: string) => fetchPublic(url, network), now: Date.now }
  }
  /** A run of the history may be of a profile that was deleted since, or of none. */
  const stillThere = async (id: string): Promise<string> =>
    (await profiles.list()).some((profile) => profile.id === id) ? id : ''
  return {
    'token.check': async ({ runId }) => {
      const { reportRun } = await import('#main/tokens/report-run.ts')
      const all = await runs()
      const { events, run } = await all.open(runId)
      return reportRun(
        events,
        await all.tokens(runId),
        await ports(await stillThere(run.profileId)),
      )
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
      const [report] = await reportTokens([{ token: pasted }], pool, await ports(profileId))
      if (!report) throw new TypeError('a token has a report')
      return report
    },
  }
}
