import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { exportFormats } from '#engine/export/formats/index.ts'
import { storedRunContents, exportTrace } from '#main/export/export-trace.ts'
import { writePrivateFile } from '#main/private-files/write-private-file.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import { UsageError, type Arguments } from '../command.ts'
import { redactionFrom } from './export-options.ts'

const traceFiles = (args: Arguments) =>
  exportFormats.flatMap(({ id: format, option }) => {
    const path = option && args.text(option.name)
    return path === undefined ? [] : [{ format, path }]
  })

/**
 * Looks for the folders of the files that are asked for, before a call that cannot be made twice.
 * @throws UsageError
 */
export async function assertTraceFolders(args: Arguments): Promise<void> {
  for (const { path } of traceFiles(args)) {
    const folder = await stat(dirname(path)).catch(() => undefined)
    if (!folder?.isDirectory())
      throw new UsageError(`${path}: There is no such folder. Nothing was sent.`)
  }
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
    await writePrivateFile(path, exportTrace(stored, { format, redacted, redaction }))
    if (redacted) continue
    const contents = storedRunContents(stored, { format, redacted }).map(
      ({ count, what }) => `${String(count)} × ${what}`,
    )
    io.error(`${path} is not redacted. It contains ${contents.join('; ')}.\n`)
  }
}
