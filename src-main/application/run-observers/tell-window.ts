import { withVisibleTexts } from '#engine/json/visible-text.ts'
import type { MarkedSecret } from '#engine/trace/marked-secret.ts'
import type { RunObserver } from '#main/runs/run-observer.ts'
import type { Application } from '../application.ts'

/** More than the runs that can still get events: those under way, and some that ended last. */
const maxRuns = 100

/** Tells the window of every event. */
export function tellWindow({ emit }: Pick<Application, 'emit'>): RunObserver {
  /** The window is told all marks of a sign-in each time, so that it need not add them up. */
  const known = new Map<string, readonly MarkedSecret[]>()
  return {
    marked: (runId, fresh) => {
      const secrets = [...(known.get(runId) ?? []), ...fresh]
      known.set(runId, secrets)
      for (const oldest of [...known.keys()].slice(0, -maxRuns)) known.delete(oldest)
      emit({ type: 'run.secrets', runId, secrets })
    },
    event: (runId, event) => {
      emit({ type: 'run.event', runId, event: withVisibleTexts(event) })
    },
  }
}
