import { exportFormats } from '#engine/export/formats/index.ts'
import { storedRunContents, exportTrace } from '#main/export/export-trace.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import type { Arguments } from '../command.ts'
import { assertOutputFiles, reportWriter, writeOutput } from '../output-files.ts'
import { redactionFrom } from './export-options.ts'

const traceFiles = (args: Arguments) =>
  exportFormats.flatMap(({ id: format, option }) => {
    const path = option && args.text(option.name)
    return path === undefined ? [] : [{ format, path }]
  })

/**
 * Looks for the places of the files that are asked for, before a call that cannot be made twice.
 * @throws UsageError
 */
export const assertTraceFiles = (args: Arguments): Promise<void> =>
  assertOutputFiles(
    traceFiles(args).map(({ path }) => path),
    args,
  )

/** Writes a report beside these files: to standard error when one of them has standard output. */
export function writeReport(text: string, args: Arguments, io: CommandLineIo): void {
  reportWriter(
    traceFiles(args).map(({ path }) => path),
    io,
  )(text)
}

/**
 * Writes the files that were asked for. Redacted, unless it was said otherwise; then standard
 * error names what is in them.
 * @throws Error when a file cannot be written
 */
export async function saveTraces(
  stored: StoredRun,
  args: Arguments,
  io: CommandLineIo,
): Promise<void> {
  const redacted = !args.has('unredacted')
  const redaction = await redactionFrom(args, io)
  for (const { format, path } of traceFiles(args)) {
    await writeOutput(path, exportTrace(stored, { format, redacted, redaction }), io)
    if (redacted) continue
    const contents = storedRunContents(stored, { format, redacted }).map(
      ({ count, what }) => `${String(count)} × ${what}`,
    )
    io.error(`${path} is not redacted. It contains ${contents.join('; ')}.\n`)
  }
}
