import { BridgeError } from '#contract/failure.ts'
import { exportFormat, exportFormats, isExportFormatId } from '#engine/export/formats/index.ts'
import { exportRuns, mostExportedRuns } from '#main/export/export-runs.ts'
import { storedRunsContents } from '#main/export/export-trace.ts'
import { readPastedRecording } from '#main/import/recording-file.ts'
import type { ReadRecordingPorts } from '#main/import/read-recording.ts'
import { writePrivateFile } from '#main/private-files/write-private-file.ts'
import { storedRecording } from '#main/runs/stored-recording.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import { exitStatus, UsageError, type Arguments, type Option } from '../command.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import { redactionFrom, redactionOptions } from '../sign-in/export-options.ts'
import { filterOf, filterOptions, hasFilter, withRuns } from './chosen-runs.ts'
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
  const runs = await chosenRuns(names, args, io, ports)
  if (step !== undefined) for (const run of runs) assertHasStep(run, step)
  const form = {
    format,
    redacted: !args.has('unredacted'),
    redaction,
    zip: args.has('zip'),
    ...(step !== undefined && { step }),
  }
  const path = args.text('output')
  const { content } = await exported(runs, form, io)
  if (path !== undefined) await writePrivateFile(path, content)
  else if (typeof content === 'string') io.write(content)
  else throw new UsageError('A zip or a picture needs --output FILE.')
  if (!form.redacted && !exportFormat(format).alwaysRedacted) {
    const contents = storedRunsContents(runs, form).map(
      (one) => `${String(one.count)} × ${one.what}`,
    )
    io.error(`The export is not redacted. It contains ${contents.join('; ')}.\n`)
  }
  return exitStatus.done
}

/** The runs that words name, or that pass `--filter`, oldest first. @throws UsageError */
export async function chosenRuns(
  names: readonly string[],
  args: Arguments,
  io: CommandLineIo,
  ports?: ReadRecordingPorts,
): Promise<readonly StoredRun[]> {
  const number = count(args, 'sign-in')
  if (hasFilter(args)) return filteredRuns(names, args, io, ports)
  const runs: StoredRun[] = []
  for (const name of names)
    runs.push(
      name === '-'
        ? await pastedRun(number ?? 1, io, ports)
        : await namedRun(number === undefined ? name : `${name}#${String(number)}`, io, ports),
    )
  return runs
}

async function filteredRuns(
  names: readonly string[],
  args: Arguments,
  io: CommandLineIo,
  ports?: ReadRecordingPorts,
): Promise<readonly StoredRun[]> {
  const filter = await filterOf(args, io)
  const found = await withRuns(
    names,
    io,
    async (store) => {
      const rows = await store.page({ filter, limit: mostExportedRuns + 1 })
      if (rows.length > mostExportedRuns)
        throw new UsageError(
          `More than ${String(mostExportedRuns)} runs match the filter: narrow it, or export the whole history with trace export --all.`,
        )
      const runs: StoredRun[] = []
      for (const { runId } of [...rows].reverse()) {
        const run = await store.open(runId)
        if (run) runs.push(run)
      }
      return runs
    },
    ports,
  )
  if (found.length === 0) throw new UsageError('No run matches the filter.')
  return found
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

async function exported(
  runs: readonly StoredRun[],
  form: Parameters<typeof exportRuns>[1],
  io: CommandLineIo,
) {
  try {
    return await exportRuns(runs, form, {
      application: `Authscope ${io.version}`,
      now: Date.now(),
      drawPicture: io.drawPicture,
    })
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
