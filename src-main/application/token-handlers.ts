import { BridgeError } from '#contract/failure.ts'
import { withVisibleTexts } from '#engine/json/visible-text.ts'
import { everyRun } from '#engine/query/filter.ts'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { findTokens } from '#engine/tokens/find-tokens.ts'
import { compactToken } from '#engine/tokens/read-token.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import type { Runs } from '#main/runs/runs.ts'
import type { Application, HandlersOf } from './application.ts'
import { copiedSecret } from './copied-secret.ts'
import type { RunDependencies } from './run-handlers.ts'

/** How many earlier runs are opened to find the tokens that a refresh replaced. */
const maxOpened = 30

/** Tokens, read and checked against the keys of their pool. */
export function tokenHandlers({
  clipboard,
  networkOf,
  profiles,
  runs,
  settings,
  system,
}: Pick<Application, 'clipboard' | 'networkOf' | 'profiles' | 'settings' | 'system'> &
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
      const { checkRunTokens } = await import('#main/tokens/report-run.ts')
      const all = await runs()
      const { events, run } = await all.open(runId)
      const tokens = await all.tokens(runId)
      return withVisibleTexts(
        await checkRunTokens(
          events,
          tokens,
          () => tracesBefore(all, runId, run.startedAt),
          await ports(await stillThere(run.profileId)),
        ),
      )
    },
    'token.copy': async ({ as, index, text }) => {
      const found = findTokens(reveal(text))[index]
      if (!found) throw new BridgeError('secret-unknown', 'This token is no longer in the text.')
      const { clearClipboardAfter } = settings.value().settings
      const token = Secret.of('text', compactToken(found.token))
      await clipboard.copy(copiedSecret(token, as), clearClipboardAfter)
      return { clearedAfter: clearClipboardAfter }
    },
    'token.read': async ({ profileId, text }) => {
      const { tokenLab } = await import('#main/tokens/token-lab.ts')
      const all = profileId === '' ? [] : await profiles.list()
      // Among profiles of one pool and client the selected one comes first.
      const selected = all.find(({ id }) => id === profileId)
      const others = all.filter((profile) => profile !== selected)
      return withVisibleTexts(
        await tokenLab(
          text ? reveal(text) : await system.clipboard.read(),
          selected ? [selected, ...others] : others,
          selected,
          await ports(profileId),
        ),
      )
    },
  }
}

/** The events of the runs before one that ended with tokens, newest first. */
async function* tracesBefore(
  runs: Pick<Runs, 'open' | 'page'>,
  runId: string,
  startedAt: number,
): AsyncGenerator<readonly TraceEvent[]> {
  const rows = await runs.page({ filter: everyRun, after: { runId, startedAt }, limit: 200 })
  for (const row of rows.filter(({ state }) => state === 'tokens').slice(0, maxOpened))
    yield (await runs.open(row.runId)).events
}
