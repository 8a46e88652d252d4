import { UnreadableRecording, type Recording } from './read-recording.ts'

/** What could not be read of an archive, instead of its recording. */
export const lostRecording = (file: string, message: string): Recording => ({
  format: '',
  tool: '',
  file,
  traces: [],
  dropped: 0,
  incompleteCalls: 0,
  problems: [{ message, place: file }],
})

/** The recordings of an archive as one. @throws UnreadableRecording where there is no sign-in */
export function joinedRecording(recordings: readonly Recording[], file: string): Recording {
  const [first] = recordings.filter(({ traces }) => traces.length > 0)
  const problems = recordings.flatMap((one) => one.problems)
  if (!first)
    throw new UnreadableRecording(
      'no-calls',
      problems[0] ? `${problems[0].message} (${file})` : 'The archive names no sign-in.',
    )
  return {
    format: first.format,
    tool: first.tool,
    file,
    traces: recordings.flatMap(({ traces }) => traces),
    dropped: recordings.reduce((sum, { dropped }) => sum + dropped, 0),
    incompleteCalls: recordings.reduce((sum, { incompleteCalls }) => sum + incompleteCalls, 0),
    problems,
  }
}
