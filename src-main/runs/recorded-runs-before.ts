import type { RecordedTrace } from '#engine/import/recorded-traces.ts'
import type { Secret } from '#engine/secret/secret.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import { factsBefore, maxPastRuns } from './facts-before.ts'
import { pastRunOf, type PastRun } from './past-run.ts'

/** Gives the newest kept runs of a user. */
export type KeptRunsOf = (username: string) => Promise<readonly PastRun[]>

/**
 * Writes into each trace of a recording what the runs before it say of it: those of the same
 * recording that had ended, and those that are kept. An export of ours states such facts itself.
 */
export async function withRunsBefore(
  traces: readonly RecordedTrace[],
  keptOf?: KeptRunsOf,
): Promise<readonly RecordedTrace[]> {
  const known = traces.map((trace) => {
    const run = pastRunOf(trace.events, secretsOf(trace))
    const { endedAt = Infinity, startedAt = 0 } = run?.view() ?? {}
    return { trace, run, startedAt, endedAt }
  })
  const inOrder = [...known].sort((a, b) => a.endedAt - b.endedAt)
  const keptByUser = new Map<string, Promise<readonly PastRun[]>>()
  const keptRuns = (username: string) => {
    const found = keptByUser.get(username) ?? keptOf?.(username) ?? Promise.resolve([])
    keptByUser.set(username, found)
    return found
  }
  return Promise.all(
    known.map(async ({ run, startedAt, trace }) => {
      if (!run || trace.events.some(statesHistory)) return trace
      const before = inOrder
        .filter(({ endedAt, trace: other }) => other !== trace && endedAt <= startedAt)
        .flatMap((one) => one.run ?? [])
        .slice(-maxPastRuns)
        .reverse()
      const kept = (await keptRuns(run.view().username)).filter(
        ({ view }) => (view().endedAt ?? Infinity) <= startedAt,
      )
      const facts = factsBefore(run, [...before, ...kept], startedAt)
      return facts.length > 0 ? { ...trace, events: withFacts(trace.events, facts) } : trace
    }),
  )
}

const secretsOf = ({ open, secrets }: RecordedTrace): ReadonlyMap<string, Secret> =>
  new Map(
    secrets.flatMap(({ mark }) => {
      const secret = open(mark)
      return secret ? [[mark, secret] as const] : []
    }),
  )

const ofOtherRuns = ['history', 'other-profile', 'refresh-history', 'throttling']

const statesHistory = (event: TraceEvent): boolean =>
  event.type === 'facts' && event.facts.some(({ name }) => ofOtherRuns.includes(name))

function withFacts(
  events: readonly TraceEvent[],
  facts: Extract<TraceEvent, { type: 'facts' }>['facts'],
): readonly TraceEvent[] {
  const [started, ...rest] = events
  return started ? [started, { type: 'facts', at: started.at, step: 0, facts }, ...rest] : events
}
