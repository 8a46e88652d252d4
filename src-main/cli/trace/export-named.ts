import { BridgeError } from '#contract/failure.ts'
import { exportFormat, exportFormats, isExportFormatId } from '#engine/export/formats/index.ts'
import {
  exportRuns,
  maxExportedRuns,
  storedRunsContents,
  type ExportRunsForm,
} from '#main/export/export-runs.ts'
import { loadedRuns, runsBy, type RunsToExport } from '#main/export/runs-to-export.ts'
import { readPastedRecording } from '#main/import/recording-file.ts'
import type { ReadRecordingPorts } from '#main/import/read-recording.ts'
import { writePrivatePieces } from '#main/private-files/write-private-file.ts'
import { storedRecording } from '#main/runs/stored-recording.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import { exitStatus, UsageError, type Arguments, type Option } from '../command.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import { standardOutput } from '../output-files.ts'
import { redactionFrom, redactionOptions } from '../sign-in/export-options.ts'
import { filterOf, filterOptions, hasFilter, whyNoneMatches, withRuns } from './chosen-runs.ts'
import { namedRun } from './named-run.ts'

/** The options of `export` and of `trace export`. */
export const exportNamedOptions: Readonly<Record<string, Option>> = {
  format: { value: 'F', help: 'Format; “authscope export --help” lists them.' },
  ...filterOptions,
  'sign-in': { value: 'N', help: 'Which sign-in of a file, from 1; the first by default.' },
  step: { value: 'N', help: 'Only the call of this step, from 1.' },
  zip: { help: 'A zip with a manifest, also of HAR and JSON.' },
  output: { value: 'FILE', help: 'Where to write it; standard output by default.' },
  ...redactionOptions,
  unredacted: { help: 'Include all secrets, and list the contents on standard error.' },
}

/**
 * Writes the runs that are named, or match the filter, as one file.
 * @param fallback the format where none is named
 * @throws UsageError
 */
export async function exportNamed(
  names: readonly string[],
  args: Arguments,
  io: CommandLineIo,
  { fallback, ports }: { readonly fallback?: string; readonly ports?: ReadRecordingPorts },
): Promise<number> {
  const format = args.text('format') ?? fallback
  if (format === undefined || !isExportFormatId(format))
    throw new UsageError(`--format is one of ${exportFormats.map(({ id }) => id).join(', ')}.`)
  const redaction = await redactionFrom(args, io)
  const step = count(args, 'step')
  const form = {
    format,
    redacted: !args.has('unredacted'),
    redaction,
    zip: args.has('zip'),
    ...(step !== undefined && { step }),
  }
  return withChosenRuns(names, args, io, ports, async (runs) => {
    if (step !== undefined) for await (const run of runs.each()) assertHasStep(run, step)
    const output = args.text('output')
    await written(runs, form, output === standardOutput ? undefined : output, io)
    if (!form.redacted && !exportFormat(format).alwaysRedacted) {
      const contents = await storedRunsContents(runs, form)
      const told = contents.map((one) => `${String(one.count)} × ${one.what}`).join('; ')
      io.error(`The export is not redacted. It contains ${told}.\n`)
    }
    return exitStatus.done
  })
}

/**
 * Uses the runs that words name, or that pass `--filter`, oldest first, for as long as the history
 * is open.
 * @throws UsageError
 */
export async function withChosenRuns<Result>(
  names: readonly string[],
  args: Arguments,
  io: CommandLineIo,
  ports: ReadRecordingPorts | undefined,
  use: (runs: RunsToExport) => Promise<Result>,
): Promise<Result> {
  const number = count(args, 'sign-in')
  if (hasFilter(args)) return withFilteredRuns(names, args, io, ports, use)
  const runs: StoredRun[] = []
  for (const name of names)
    runs.push(
      name === '-'
        ? await pastedRun(number ?? 1, io, ports)
        : await namedRun(number === undefined ? name : `${name}#${String(number)}`, io, ports),
    )
  return use(loadedRuns(runs))
}

async function withFilteredRuns<Result>(
  names: readonly string[],
  args: Arguments,
  io: CommandLineIo,
  ports: ReadRecordingPorts | undefined,
  use: (runs: RunsToExport) => Promise<Result>,
): Promise<Result> {
  const filter = await filterOf(args, io)
  return withRuns(
    names,
    io,
    async (store) => {
      const rows = await store.page({ filter, limit: maxExportedRuns + 1 })
      if (rows.length === 0)
        throw new UsageError(
          ['No run matches the filter.', await whyNoneMatches(store, filter)].join(' ').trim(),
        )
      if (rows.length > maxExportedRuns)
        throw new UsageError(
          `More than ${String(maxExportedRuns)} runs match the filter: narrow it, or export the whole history with trace export --all.`,
        )
      const ids = rows.map(({ runId }) => runId).reverse()
      return use(
        runsBy(ids, async (runId) => {
          const run = await store.open(runId)
          if (run) return run
          throw new UsageError(`Run ${runId} was deleted during the export.`)
        }),
      )
    },
    ports,
  )
}

async function pastedRun(
  number: number,
  io: CommandLineIo,
  ports: ReadRecordingPorts | undefined,
): Promise<StoredRun> {
  const { traces } = await readPastedRecording(
    await io.readInput(),
    ports ?? { application: `Authscope ${io.version}`, profileOf: () => undefined },
  )
  const trace = traces[number - 1]
  if (trace) return storedRecording('exported', trace)
  throw new UsageError(
    `There are ${String(traces.length)} sign-ins, none with number ${String(number)}.`,
  )
}

async function written(
  runs: RunsToExport,
  form: ExportRunsForm,
  path: string | undefined,
  io: CommandLineIo,
): Promise<void> {
  try {
    const { isText, pieces } = await exportRuns(runs, form, {
      application: `Authscope ${io.version}`,
      now: Date.now(),
      drawPicture: io.drawPicture,
    })
    if (path !== undefined) await writePrivatePieces(path, pieces)
    else if (isText) for await (const piece of pieces) io.write(String(piece))
    else throw new UsageError('A zip or a picture needs --output FILE.')
  } catch (error) {
    if (error instanceof BridgeError && error.code === 'no-browser')
      throw new UsageError(error.message)
    throw error
  }
}

function assertHasStep({ events }: StoredRun, step: number): void {
  if (!events.some((event) => 'step' in event && event.step === step))
    throw new UsageError(`The sign-in has no step ${String(step)}.`)
}

function count(args: Arguments, option: string): number | undefined {
  const text = args.text(option)
  if (text === undefined) return undefined
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new UsageError(`--${option} takes a number from 1, not “${text}”.`)
}
