import { reveal } from '#engine/secret/secret.ts'
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
    'token.read': async ({ profileId, text }) => {
      const { tokenLab } = await import('#main/tokens/token-lab.ts')
      const all = profileId === '' ? [] : await profiles.list()
      // Among profiles of one pool and client the selected one comes first.
      const selected = all.find(({ id }) => id === profileId)
      const others = all.filter((profile) => profile !== selected)
      return tokenLab(
        reveal(text),
        selected ? [selected, ...others] : others,
        selected,
        await ports(),
      )
    },
  }
}
