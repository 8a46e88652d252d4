import type { ShownRun, useRuns } from '#renderer/bridge/runs.ts'
import type { ViewId } from './navigation.ts'

/** The run that a view shows, which exports and secrets are about. */
export function shownRun(view: ViewId, runs: ReturnType<typeof useRuns>): ShownRun | undefined {
  switch (view) {
    case 'history':
      return runs.opened
    case 'watch':
      return runs.watched
    case 'account':
      return runs.account
    default:
      return runs.current
  }
}
