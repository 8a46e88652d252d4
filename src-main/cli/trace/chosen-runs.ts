import type { Filter } from '#engine/query/filter.ts'
import { parseFilter } from '#engine/query/parse-filter.ts'
import type { ReadRecordingPorts } from '#main/import/read-recording.ts'
import type { TraceStore } from '#main/trace-store/trace-store.ts'
import { UsageError, type Arguments } from '../command.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import { runsOfFile, withHistory } from './named-run.ts'

/** Options that choose runs of the history or of files, for the help. */
export const filterOptions = {
  filter: { value: 'F', help: 'Only runs that match this filter: “user:ada after:today”.' },
  'saved-filter': { value: 'NAME', help: 'Only runs that match a filter saved in the window.' },
} as const

/** The filter of `--filter` and of `--saved-filter`; every run without them. @throws UsageError */
export async function filterOf(args: Arguments, io: CommandLineIo): Promise<Filter> {
  const filter = parsedFilter(args.text('filter') ?? '', '--filter')
  const name = args.text('saved-filter')
  if (name === undefined) return filter
  const saved = await withHistory(io, (history) => history.savedFilters())
  const found = saved.find((one) => one.name === name)
  if (!found) {
    const names = saved.map((one) => `“${one.name}”`).join(', ')
    throw new UsageError(
      `No saved filter is called “${name}”. ${names === '' ? 'None is saved.' : `Saved: ${names}.`}`,
    )
  }
  return { kind: 'and', of: [parsedFilter(found.filter, `“${name}”`), filter] }
}

/** Whether runs are chosen by a filter. */
export const hasFilter = (args: Arguments): boolean =>
  args.text('filter') !== undefined || args.text('saved-filter') !== undefined

function parsedFilter(text: string, source: string): Filter {
  const parsed = parseFilter(text, Date.now())
  if ('error' in parsed) throw new UsageError(`${source}: ${parsed.error.message}`)
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

/** Why a filter finds none of these runs, as far as it can be told; empty where it cannot. */
export async function whyNoneMatches(
  runs: Pick<TraceStore, 'page'>,
  filter: Filter,
): Promise<string> {
  if (!asksForUser(filter)) return ''
  const redacted = await runs.page({ filter: aMarkAsUser, limit: 1 })
  const mark = redacted[0]?.username
  if (mark === undefined) return ''
  const number = /[0-9a-f]+(?=›)/.exec(mark)?.[0] ?? ''
  return `Usernames are replaced by marks here, such as ${mark}, since the file is redacted: filter by a mark (user:${number}), or export again with --redaction "Own team", which keeps usernames.`
}

const aMarkAsUser: Filter = { kind: 'contains', column: 'user', text: '‹user ' }

/** Whether a filter asks for a username. */
function asksForUser(filter: Filter): boolean {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.of.some(asksForUser)
    case 'not':
      return asksForUser(filter.of)
    case 'contains':
    case 'equals':
      return filter.column === 'user'
    case 'range':
      return false
  }
}
