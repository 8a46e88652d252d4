import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { electronArguments, electronExecutable } from '../scripts/electron-environment.mjs'
import { foreignLine } from './launch.ts'

/** How a command of the application ended. */
export interface CommandResult {
  readonly status: number
  readonly output: string
  /** What it wrote to stderr, without the lines of Chromium. */
  readonly errors: string
}

/**
 * A command of the application itself, which has the key of the history from the keyring.
 * @param keyring `found` lets it look for one itself
 */
export function runCommand(
  dataFolder: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  keyring?: 'found',
): Promise<CommandResult> {
  const args = electronArguments().filter(
    (argument) => keyring !== 'found' || !argument.startsWith('--password-store'),
  )
  return new Promise((settle) => {
    execFile(
      electronExecutable(),
      [...args, `--user-data-dir=${dataFolder}`, resolve('.'), ...words],
      { env: { ...process.env, ...environment }, maxBuffer: 1 << 28 },
      (error, output, errors) => {
        const own = errors.split('\n').filter((line) => !foreignLine.test(line))
        settle({
          status: error === null ? 0 : Number(error.code ?? -1),
          output,
          errors: own.join('\n'),
        })
      },
    )
  })
}
