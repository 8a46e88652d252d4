import { BridgeError } from '#contract/failure.ts'
import type { RecordingFrom, RecordingPreview } from '#contract/routes/recordings.ts'
import { withVisibleTexts } from '#engine/json/visible-text.ts'
import { chainStartText } from '#engine/trace/origin-text.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { UnreadableRecording, type Recording } from '#main/import/read-recording.ts'
import type { ReadRecordingPorts } from '#main/import/read-recording.ts'
import { storedRecording } from '#main/runs/stored-recording.ts'
import { matchedProfiles, profileOfClient } from './matched-profiles.ts'
import type { Application, HandlersOf } from './application.ts'
import { offeredPath } from './offered-path.ts'
import type { RunDependencies } from './run-handlers.ts'
import { progressTeller } from './progress-teller.ts'

/** Dependencies of the handlers of recordings, in addition to the application. */
export interface RecordingDependencies extends Pick<RunDependencies, 'isHistoryEmpty' | 'runs'> {
  readonly newId: () => string
}

/** Endings of the files that can be opened; the dialog offers all others too. */
const extensions = ['har', 'zip', 'json', 'log', 'txt', 'gz']

/** Recordings of other programs: read, looked at, and only then kept. */
export function recordingHandlers({
  emit,
  isHistoryEmpty,
  newId,
  practice,
  profiles,
  runs,
  system,
}: Pick<Application, 'emit' | 'practice' | 'profiles' | 'system'> &
  RecordingDependencies): HandlersOf<'recording'> {
  /** The recording that the person looks at; another takes its place. */
  let looked: { readonly id: string; readonly recording: Recording } | undefined
  let reading: AbortController | undefined

  async function read(source: RecordingFrom): Promise<Recording | undefined> {
    const { readPastedRecording, readRecordingFile } =
      await import('#main/import/recording-file.ts')
    const ports = await readingPorts()
    if (source.from === 'clipboard')
      return readPastedRecording(await system.clipboard.read(), ports)
    const path =
      source.from === 'file'
        ? offeredPath(system, source.path)
        : await system.askWhatToOpen('Recordings of sign-ins', extensions)
    return path === undefined ? undefined : readRecordingFile(path, ports)
  }

  async function readingPorts(): Promise<ReadRecordingPorts> {
    reading?.abort()
    reading = new AbortController()
    const known = await matchedProfiles({ practice, profiles })
    return {
      application: `Authscope ${system.version}`,
      keptRunsOf: async (username) => (isHistoryEmpty() ? [] : (await runs()).keptRunsOf(username)),
      signal: reading.signal,
      onProgress: progressTeller((part) => {
        emit({ type: 'recording.progress', part })
      }),
      profileOf: ({ clientId }) => profileOfClient(known, clientId),
    }
  }

  /** The runs of the history that the sign-ins of a recording are already. */
  async function keptIds({ traces }: Recording): Promise<readonly (string | undefined)[]> {
    if (isHistoryEmpty()) return []
    const kept = await runs()
    return Promise.all(traces.map((trace) => kept.keptId(trace)))
  }

  return {
    'recording.open': async (source) => {
      try {
        const recording = await read(source)
        if (!recording) return {}
        looked = { id: newId(), recording }
        return {
          preview: withVisibleTexts(previewOf(looked.id, recording, await keptIds(recording))),
        }
      } catch (error) {
        if (error instanceof UnreadableRecording)
          throw new BridgeError(`recording-${error.code}`, error.message)
        throw error
      }
    },
    'recording.cancel': () => {
      reading?.abort()
    },
    'recording.keep': async ({ recordingId, signIns }) => {
      if (looked?.id !== recordingId)
        throw new BridgeError('recording-unknown', 'Open the recording again.')
      const { traces } = looked.recording
      const kept = await runs()
      const wanted = [...new Set(signIns)].flatMap((index) => traces[index] ?? [])
      const runIds = await Promise.all(wanted.map((trace) => kept.keep(trace)))
      looked = undefined
      return { runIds }
    },
    'recording.discard': ({ recordingId }) => {
      if (looked?.id === recordingId) looked = undefined
    },
  }
}

function previewOf(
  recordingId: string,
  recording: Recording,
  keptIds: readonly (string | undefined)[],
): RecordingPreview {
  const { dropped, file, format, incompleteCalls, problems, tool, traces } = recording
  return {
    recordingId,
    format,
    tool,
    file,
    dropped,
    incompleteCalls,
    problems: problems.map((problem) => ({ ...problem })),
    signIns: traces.map((trace, index) => {
      const { calls, flow, profileName, startedAt, state, username } = storedRecording(
        'preview',
        trace,
      ).run
      const { origin, steps } = timeline(trace.events)
      const timed = !steps[0]?.attempts[0]?.notCaptured?.some(({ part }) => part === 'start time')
      return {
        calls,
        flow,
        profileName,
        state,
        username,
        ...(timed && { startedAt }),
        keptAs: keptIds[index],
        note: origin.kind === 'performed' ? '' : chainStartText(origin.start),
      }
    }),
  }
}
