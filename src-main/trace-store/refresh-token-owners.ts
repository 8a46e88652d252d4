import type { StoredRun } from './trace-store.ts'

/**
 * The names under which the refresh token of a run is looked up: who signed in, and who the access
 * token belongs to, since an alias signs in as another name. None when the run returned no tokens.
 */
export function refreshTokenOwners({ events, run, secrets }: StoredRun): readonly string[] {
  const last = events.findLast(
    (event) => event.type === 'answered' && event.answer.kind === 'tokens',
  )
  if (last?.type !== 'answered' || last.answer.kind !== 'tokens') return []
  if (![...secrets.values()].some(({ kind }) => kind === 'refresh token')) return []
  const owner = last.answer.tokens.find(({ use }) => use === 'access')?.claims?.['username']
  return [...new Set([run.username, ...(typeof owner === 'string' ? [owner] : [])])]
}
