import { BridgeError } from '#contract/failure.ts'
import type { SavedFilter } from '#contract/routes/history.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { UnreadableRecording } from '#main/import/read-recording.ts'
import { findKeptRun } from '#main/runs/find-kept-run.ts'
import { recordedRunId } from '#main/runs/recorded-run-id.ts'
import { addRun } from '#main/trace-store/all-runs.ts'
import type { ImportedHistory } from '#main/trace-store/encrypted-history.ts'
import { exitStatus, UsageError, type Arguments, type Command } from '../command.ts'
import type { Secret } from '#engine/secret/secret.ts'
import { argumentSecrets } from '../sign-in/argument-secrets.ts'
import { isEncryptedHistory } from '../trace/is-encrypted-history.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import { paint, stripControlCharacters } from '../paint.ts'
import { signInReport } from '../sign-in/report.ts'
import { signInText } from '../sign-in/text.ts'
import { filterOf, hasFilter, whyNoneMatches, withRuns } from '../trace/chosen-runs.ts'
import { exportNamed, exportNamedOptions } from '../trace/export-named.ts'
import { namedRun, namesOfRuns, runIdOf, runsOfFile, withHistory } from '../trace/named-run.ts'
import { statisticsText } from '../trace/statistics-text.ts'
import { prunableText } from '../trace/prunable-text.ts'
import { redriveOptions, redriveRun } from '../trace/redrive-run.ts'
import { rowText } from '../trace/row-text.ts'
import { compareNamed, diffOptions } from './diff.ts'

type Verb = (names: readonly string[], args: Arguments, io: CommandLineIo) => Promise<number>

const verbs: Readonly<Record<string, Verb>> = {
  list: async (names, args, io) => {
    const rows = await listed(names, args, io)
    if (args.has('json')) io.write(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    else io.write(rows.map((row) => rowText(row, paint(io.colours))).join(''))
    return exitStatus.done
  },
  statistics: async (names, args, io) => {
    const filter = await filterOf(args, io)
    const statistics = await withRuns(names, io, (runs) => runs.statistics(filter))
    if (args.has('json')) io.write(`${JSON.stringify(statistics)}\n`)
    else io.write(statisticsText(statistics, paint(io.colours)))
    return exitStatus.done
  },
  filters: async (names, args, io) => {
    refuseNames('filters', names)
    const saved = await withHistory(io, (history) => history.savedFilters())
    const line = ({ filter, name }: SavedFilter) =>
      args.has('json')
        ? JSON.stringify({ name, filter })
        : stripControlCharacters(`${name}  ${filter}`)
    io.write(saved.map((one) => `${line(one)}\n`).join(''))
    return exitStatus.done
  },
  show: async ([name], args, io) => {
    const stored = await namedRun(name ?? 'latest', io)
    const done = { stored, tokens: [], reports: [] }
    const report = signInReport(done, false)
    const { origin } = timeline(stored.events)
    if (args.has('json')) io.write(`${JSON.stringify({ origin, ...report })}\n`)
    else io.write(signInText(done, report, paint(io.colours)))
    return exitStatus.done
  },
  export: async (names, args, io) => {
    if (args.has('all')) return exportAll(args, io)
    const isAny = names.length > 0 || hasFilter(args)
    return exportNamed(isAny ? names : ['latest'], args, io, { fallback: 'har' })
  },
  diff: compareNamed,
  redrive: redriveRun,
  delete: async (names, args, io) => {
    if (names.length === 0) throw new UsageError('Name the runs to delete.')
    if (!args.has('yes'))
      throw new UsageError('Deleted runs do not come back. Confirm it with --yes.')
    await withHistory(io, async (history) => {
      const found = await Promise.all(names.map((name) => runIdOf(name, history)))
      const ids = [...new Set(found)]
      await history.delete(ids)
      io.error(`${String(ids.length)} deleted.\n`)
    })
    return exitStatus.done
  },
  prune: async (names, args, io) => {
    refuseNames('prune', names)
    const limits = {
      days: limitOf(args, 'older-than-days'),
      runs: limitOf(args, 'max-runs'),
      megabytes: limitOf(args, 'max-megabytes'),
    }
    if (Object.values(limits).every((limit) => limit === 0))
      throw new UsageError('Name a limit: --older-than-days, --max-runs or --max-megabytes.')
    if (args.has('yes') === args.has('dry-run'))
      throw new UsageError('Deleted runs do not come back. Look with --dry-run, then use --yes.')
    await withHistory(io, async (history) => {
      const found = await history.prunable(limits)
      io.error(`${prunableText(found)}\n`)
      if (args.has('yes')) await history.delete(found.runIds)
      else io.write(found.runIds.map((runId) => `${runId}\n`).join(''))
    })
    return exitStatus.done
  },
  import: async (names, args, io) => {
    if (names.length === 0) throw new UsageError('Name the files to import.')
    const encrypted = names.filter(isEncryptedHistory)
    const recordings = names.filter((name) => !encrypted.includes(name))
    const files = await Promise.all(
      recordings.map(async (path) => ({ path, runs: await runsOfFile(path, io) })),
    )
    const tell = (path: string, { added, known }: ImportedHistory) => {
      io.error(`${path}: ${String(added)} imported, ${String(known)} already in the history.\n`)
    }
    await withHistory(io, async (history) => {
      for (const path of encrypted) {
        const { importHistory } = await import('#main/trace-store/encrypted-history.ts')
        tell(path, await importHistory(history, path, passphraseOf(args, io)))
      }
      for (const { path, runs } of files) {
        let added = 0
        for (const { run, ...content } of runs) {
          const runId = recordedRunId(content.events, (mark) => content.secrets.has(mark))
          const stored = { ...content, run: { ...run, runId } }
          const kept = await findKeptRun(history, stored)
          if (kept === undefined) {
            await addRun(history, { stored })
            added += 1
          }
          io.write(`${kept ?? runId}\n`)
        }
        tell(path, { added, known: runs.length - added })
      }
    })
    return exitStatus.done
  },
}

async function exportAll(args: Arguments, io: CommandLineIo): Promise<number> {
  const path = args.text('output')
  if (path === undefined) throw new UsageError('--all needs --output FILE.')
  const passphrase = passphraseOf(args, io)
  const { exportHistory } = await import('#main/trace-store/encrypted-history.ts')
  const runs = await withHistory(io, (history) => exportHistory(history, path, passphrase))
  io.error(`${String(runs)} runs, with their secrets, in ${path}. Only the passphrase opens it.\n`)
  return exitStatus.done
}

function passphraseOf(args: Arguments, io: CommandLineIo): Secret {
  const passphrase = argumentSecrets(args, io).fromEnvironment('passphrase-env', 'text')
  if (passphrase) return passphrase
  throw new UsageError('Name the variable that contains the passphrase with --passphrase-env.')
}

function limitOf(args: Arguments, option: string): number {
  const text = args.text(option)
  if (text === undefined) return 0
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new UsageError(`--${option} is a whole number from 1 to 999999999.`)
  return Number(text)
}

/** A name that a subcommand would not look at. @throws UsageError */
function refuseNames(verb: string, [name]: readonly string[]): void {
  if (name !== undefined)
    throw new UsageError(`trace ${verb} takes no run: unexpected argument “${name}”.`)
}

async function listed(names: readonly string[], args: Arguments, io: CommandLineIo) {
  const limit = Number(args.text('limit') ?? '50')
  if (!Number.isInteger(limit) || limit < 1 || limit > 100_000)
    throw new UsageError('--limit is a whole number from 1 to 100000.')
  const filter = await filterOf(args, io)
  return withRuns(names, io, async (runs) => {
    const rows = await runs.page({ filter, limit })
    const why = rows.length === 0 ? await whyNoneMatches(runs, filter) : ''
    if (why !== '') io.error(`No run matches the filter. ${why}\n`)
    const all = rows.length < limit ? rows.length : await runs.count(filter)
    if (all > limit)
      io.error(`The newest ${String(limit)} of ${String(all)} runs. --limit N lists more.\n`)
    return rows
  })
}

export const trace: Command = {
  name: 'trace',
  summary: 'Lists, counts, shows, exports, compares and deletes runs of the history and of files.',
  usage: [
    'list [FILE …] [--filter F] [--limit N] [--json]',
    'statistics [FILE …] [--filter F] [--json]',
    'filters [--json]',
    'show [RUN] [--json]',
    'export [RUN …] [--filter F] [--format F] [--zip] [--output FILE]',
    'export --all --output FILE --passphrase-env V',
    'diff A B [--good C] [--all] [--json]',
    'redrive RUN [--to STEP] [--profile NAME] [--edit S.K=V]… --dry-run|--yes',
    'delete RUN … --yes',
    'prune [--older-than-days N] [--max-runs N] [--max-megabytes N] --dry-run|--yes',
    'import FILE … [--passphrase-env V]',
  ],
  options: {
    ...diffOptions,
    ...redriveOptions,
    ...exportNamedOptions,
    json: { help: 'One JSON object; list and filters print one per line.' },
    limit: { value: 'N', help: 'Maximum number of runs, newest first; 50 by default.' },
    all: { help: 'export: the whole history, with its secrets, as one file encrypted with age.' },
    'passphrase-env': { value: 'V', help: 'Variable with the passphrase of an encrypted history.' },
    'older-than-days': { value: 'N', help: 'prune: delete older runs, except pinned ones.' },
    'max-runs': { value: 'N', help: 'prune: keep the newest N runs that are not pinned.' },
    'max-megabytes': { value: 'N', help: 'prune: keep the newest runs, up to this total size.' },
    'dry-run': { help: 'prune, redrive: say what would happen, and do nothing.' },
    yes: { help: 'Delete, or start over, without asking.' },
  },
  notes: [
    namesOfRuns,
    'Without RUN, the latest run is used.',
    '',
    'filters lists those saved in the window; with --saved-filter and --filter a run has to match both.',
    '',
    'redrive starts a run over and goes to STEP with the answers that it had: what is computed is',
    'computed again, and one-time codes are read from standard input. It counts as attempts, and may',
    'send messages. Exit status: that of sign-in.',
  ],
  maxPositionals: 1000,
  run: async (args, io) => {
    const [word = '', ...names] = args.positionals
    const verb = Object.hasOwn(verbs, word) ? verbs[word] : undefined
    if (!verb) throw new UsageError(`trace takes one of ${Object.keys(verbs).join(', ')}.`)
    try {
      return await verb(names, args, io)
    } catch (error) {
      if (!(error instanceof UnreadableRecording || error instanceof BridgeError)) throw error
      io.error(`${error.message}\n`)
      return exitStatus.failed
    }
  },
}
