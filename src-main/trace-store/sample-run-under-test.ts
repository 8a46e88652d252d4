import { restoreSecrets } from '#engine/export/restore-secrets.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { sampleTrace } from '#engine/vectors/sample-trace.ts'
import type { StoredRun } from './trace-store.ts'

/** A whole sign-in of ada, whose username is ‹user› in the sample, with its bytes. */
export function sampleRun(runId: string): StoredRun {
  const { marks, trace } = sampleTrace()
  const { flow, startedAt, state, username } = timeline(trace.events)
  const restored = restoreSecrets(trace, (mark) => marks.open(mark))
  return {
    run: {
      runId,
      profileId: 'p',
      profileName: 'Sample',
      startedAt,
      flow,
      username,
      state,
      calls: 3,
      practice: false,
      origin: 'performed',
    },
    events: trace.events,
    secrets: new Map(
      trace.secrets.flatMap(({ mark }) => {
        const secret = marks.open(mark)
        return secret ? [[mark, secret] as const] : []
      }),
    ),
    bytes: restored.events.flatMap((event) =>
      event.type === 'attempted'
        ? [
            {
              step: event.step,
              attempt: event.attempt.number,
              request: new Uint8Array(Buffer.from(event.attempt.requestBody)),
              response:
                event.attempt.response && new Uint8Array(Buffer.from(event.attempt.response.body)),
            },
          ]
        : [],
    ),
  }
}
