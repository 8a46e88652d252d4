import type { Filter } from '#engine/query/filter.ts'
import { parseFilter } from '#engine/query/parse-filter.ts'
import type { ReadRecordingPorts } from '#main/import/read-recording.ts'
import type { TraceStore } from '#main/trace-store/trace-store.ts'
import { UsageError, type Arguments } from '../command.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import { runsOfFile, withHistory } from './named-run.ts'

/** The filter of `--filter`; every run without it. @throws UsageError */
export function filterOf(args: Arguments): Filter {
  const parsed = parseFilter(args.text('filter') ?? '', Date.now())
  if ('error' in parsed) throw new UsageError(`--filter: ${parsed.error.message}`)
  return parsed.filter
}

/** The runs of the files that are named; without one, those of the history. */
export async function withRuns<Result>(
  names: readonly string[],
  io: CommandLineIo,
  read: (runs: TraceStore) => Promise<Result>,
  ports?: ReadRecordingPorts,
): Promise<Result> {
  if (names.length === 0) return withHistory(io, read)
  const { memoryTraceStore } = await import('#main/trace-store/memory-trace-store.ts')
  const store = memoryTraceStore()
  for (const name of names)
    for (const run of await runsOfFile(name, io, ports)) await store.save(run)
  return read(store)
}
