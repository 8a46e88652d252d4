import type { RecordedTrace } from '#engine/import/recorded-traces.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import { runRow } from './run-row.ts'

/** A sign-in that another program performed, as it is kept. */
export function storedRecording(runId: string, recorded: RecordedTrace): StoredRun {
  const { bytes, events, open, profileId, secrets } = recorded
  const started = events.find((event) => event.type === 'started')
  const profileName = started?.target.profileName || 'No profile'
  return {
    run: runRow(runId, { profileId, profileName }, events),
    events,
    secrets: new Map(
      secrets.flatMap(({ mark }) => {
        const secret = open(mark)
        return secret ? [[mark, secret] as const] : []
      }),
    ),
    bytes,
  }
}
