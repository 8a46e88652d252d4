import { existsSync } from 'node:fs'
import { everyRun } from '#engine/query/filter.ts'
import type { ReadRecordingPorts } from '#main/import/read-recording.ts'
import { readRecordingFile } from '#main/import/recording-file.ts'
import { storedRecording } from '#main/runs/stored-recording.ts'
import type { StoredRun, TraceStore } from '#main/trace-store/trace-store.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import { UsageError } from '../command.ts'

/** Has the history open for as long as `use` takes. @throws UsageError in plain Node */
export async function withHistory<Result>(
  { openHistory }: CommandLineIo,
  use: (history: TraceStore) => Promise<Result>,
): Promise<Result> {
  if (!openHistory)
    throw new UsageError(
      'The history is encrypted with a key of the system’s keyring, which the application reads and Node does not: run authscope instead of node, or name a file.',
    )
  const history = await openHistory()
  try {
    return await use(history)
  } finally {
    await history.close()
  }
}

/** The sign-ins of a file of any format that Authscope opens. @throws UnreadableRecording */
export async function runsOfFile(
  path: string,
  io: CommandLineIo,
  ports: ReadRecordingPorts = {
    application: `Authscope ${io.version}`,
    signal: io.interrupted,
    profileOf: () => undefined,
  },
): Promise<readonly StoredRun[]> {
  const { traces } = await readRecordingFile(path, ports)
  return traces.map((trace, index) => storedRecording(`${path}#${String(index + 1)}`, trace))
}

/** How a run is named on the command line, for the help. */
export const namesOfRuns =
  'A run is a file (FILE, or FILE#2 for its second sign-in), the first characters of a run ID in the\nhistory, or “latest”.'

/**
 * The run that a word names; of a file with several, the first, which standard error then says.
 * @throws UsageError when it names none, or several
 */
export async function namedRun(
  name: string,
  io: CommandLineIo,
  ports?: ReadRecordingPorts,
): Promise<StoredRun> {
  const [, path = name, number = '1'] = /^(.*)#(\d+)$/s.exec(name) ?? []
  if (existsSync(path)) {
    const runs = await runsOfFile(path, io, ports)
    const run = runs[Number(number) - 1]
    if (run) {
      if (path === name && runs.length > 1)
        io.error(
          `${path} holds ${String(runs.length)} sign-ins; the first is used. ${path}#2 is the second.\n`,
        )
      return run
    }
    throw new UsageError(
      `${path} holds ${String(runs.length)} sign-ins, none with number ${number}.`,
    )
  }
  if (/[/\\.]/.test(name)) throw new UsageError(`There is no file ${path}.`)
  return withHistory(io, async (history) => {
    const run = await history.open(await runIdOf(name, history))
    if (run) return run
    throw new UsageError(`No run “${name}” is in the history.`)
  })
}

/** Whether a word names a run of the history, and no file. */
export const isRunName = (word: string): boolean =>
  /^(?:latest|[0-9a-f]{4,16})$/.test(word) && !existsSync(word)

/** The whole id of a run that is named by its beginning, or as the latest. @throws UsageError */
export async function runIdOf(name: string, history: TraceStore): Promise<string> {
  if (name === 'latest') {
    const [newest] = await history.page({ filter: everyRun, limit: 1 })
    if (newest) return newest.runId
    throw new UsageError('The history is empty.')
  }
  const ids = await history.idsBeginningWith(name, 2)
  const [id] = ids
  if (id !== undefined && ids.length === 1) return id
  throw new UsageError(
    ids.length > 1
      ? `Several runs begin with “${name}”: give more of the ID.`
      : `No run of the history begins with “${name}”.`,
  )
}
