import { reveal } from '#engine/secret/secret.ts'
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
      const tokens = await all.tokens(runId)
      return reportRun(events, tokens, await ports(await stillThere(run.profileId)))
    },
    'token.read': async ({ profileId, text }) => {
      const { tokenLab } = await import('#main/tokens/token-lab.ts')
      const all = profileId === '' ? [] : await profiles.list()
      // Among profiles of one pool and client the selected one comes first.
      const selected = all.find(({ id }) => id === profileId)
      const others = all.filter((profile) => profile !== selected)
      return tokenLab(
        text ? reveal(text) : await system.clipboard.read(),
        selected ? [selected, ...others] : others,
        selected,
        await ports(profileId),
      )
    },
  }
}
