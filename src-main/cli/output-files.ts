import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writePrivateFile } from '#main/private-files/write-private-file.ts'
import { UsageError, type Arguments } from './command.ts'
import type { CommandLineIo } from './command-line-io.ts'

/** What stands for standard output in the place of a file's name. */
export const standardOutput = '-'

/**
 * Looks for the places of the files that are asked for, before a call that cannot be made twice.
 * @param paths with `-` for standard output, which has room for one thing
 * @throws UsageError
 */
export async function assertOutputFiles(paths: readonly string[], args: Arguments): Promise<void> {
  const toStandardOutput = paths.filter((path) => path === standardOutput).length
  if (toStandardOutput + (args.has('json') ? 1 : 0) > 1 && toStandardOutput > 0)
    throw new UsageError(
      'Only one file, or --json, can go to standard output (-). Nothing was sent.',
    )
  for (const path of paths.filter((one) => one !== standardOutput)) {
    const folder = await stat(dirname(path)).catch(() => undefined)
    if (!folder?.isDirectory())
      throw new UsageError(`${path}: There is no such folder. Nothing was sent.`)
    const there = await stat(path).catch(() => undefined)
    if (there?.isDirectory())
      throw new UsageError(`${path}: This is a folder. Name a file in it. Nothing was sent.`)
  }
}

/** Where the report of a command goes: to standard error when a file has standard output. */
export const reportWriter = (
  paths: readonly (string | undefined)[],
  io: Pick<CommandLineIo, 'error' | 'write'>,
): ((text: string) => void) => (paths.includes(standardOutput) ? io.error : io.write)

/** Writes a file, or to standard output for `-`. @throws Error when it cannot be written */
export async function writeOutput(
  path: string,
  content: string | Uint8Array,
  { write }: Pick<CommandLineIo, 'write'>,
): Promise<void> {
  if (path !== standardOutput) return writePrivateFile(path, content)
  write(typeof content === 'string' ? content : Buffer.from(content).toString())
}
