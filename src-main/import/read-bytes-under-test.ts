import { fileURLToPath } from 'node:url'
import { timeline } from '#engine/trace/timeline.ts'
import { readRecordingFile } from './recording-file.ts'
import { readRecording, type ReadRecordingPorts, type Recording } from './read-recording.ts'

const ports: ReadRecordingPorts = { application: 'Authscope 0.0.0', profileOf: () => undefined }

/** Reads bytes as a file of this name, in small chunks. */
export const readBytes = (
  bytes: Uint8Array,
  name = 'recording',
  more: Partial<ReadRecordingPorts> = {},
): Promise<Recording> =>
  readRecording(
    {
      name,
      size: bytes.length,
      writtenAt: Date.UTC(2026, 10, 28),
      async *chunks() {
        for (let at = 0; at < bytes.length; at += 5000)
          yield await Promise.resolve(bytes.slice(at, at + 5000))
      },
    },
    { ...ports, ...more },
  )

/** Reads a file of `captures/`, which other programs wrote of sign-ins to the practice pool. */
export const readCapture = (name: string): Promise<Recording> =>
  readRecordingFile(fileURLToPath(new URL(`captures/${name}`, import.meta.url)), ports)

/** Each trace in a line: how it begins, each call with its answer, how it ends. */
export const linesOf = ({ traces }: Recording): readonly string[] =>
  traces.map(({ events }) => {
    const { state, steps, username } = timeline(events)
    const calls = steps.map(({ answer, link, operation }) => {
      const tie = link === undefined ? '' : `(${link}) `
      return `${tie}${operation ?? ''} ${answerOf(answer)}`
    })
    return `${username || 'nobody'}: ${calls.join(', ')}: ${state}`
  })

function answerOf(answer: ReturnType<typeof timeline>['steps'][number]['answer']): string {
  switch (answer?.kind) {
    case 'challenged':
      return answer.challenge
    case 'refused':
      return answer.error
    case 'failed':
      return answer.code
    case undefined:
      return 'nothing'
    case 'accepted':
    case 'tokens':
    case 'unreadable':
    case 'not captured':
      return answer.kind
  }
}
