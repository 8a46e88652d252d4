import { messageOfFileError } from '#main/import/file-error.ts'
import { commandHelp, exitStatus, parseCommandLine, UsageError, type Command } from './command.ts'
import type { CommandLineIo } from './command-line-io.ts'
import { commands } from './commands/commands.ts'
import { messageOfListenError } from './listen-error.ts'
import { guarded } from './terminal-guard.ts'

const commandOf = (word: string | undefined): Command | undefined =>
  commands.find(({ name }) => name === word)

/**
 * Whether the packaged application was started to carry out a command instead of opening a window.
 * Chromium's own switches may be before the command.
 */
export const isCommandLine = (args: readonly string[]): boolean =>
  commandOf(args.find((arg) => !arg.startsWith('-'))) !== undefined ||
  args.some((arg) => arg === '--help' || arg === '--version') ||
  args[0] === 'help'

/**
 * Carries out one command line (without the program's name). Never throws.
 * @returns the exit status: 0 done, 1 failed, 2 wrong usage, 3 a challenge is left, 4 refused
 */
export async function runCommandLine(
  args: readonly string[],
  streams: CommandLineIo,
): Promise<number> {
  const io = guarded(streams)
  const at = args.findIndex((arg) => !arg.startsWith('-'))
  const word = args[at]
  const command = commandOf(word)
  const subject = word === 'help' ? commandOf(args[at + 1]) : undefined
  try {
    if (subject) {
      io.write(commandHelp(subject))
      return exitStatus.done
    }
    if (!command) return withoutCommand(args, word, io)
    const rest = args.slice(at + 1)
    if (rest.includes('--help') || rest.includes('-h')) {
      io.write(commandHelp(command))
      return exitStatus.done
    }
    return await command.run(parseCommandLine(command, rest), io)
  } catch (error) {
    const message = messageOf(error)
    if (!(error instanceof UsageError)) {
      io.error(`${message}\n`)
      return exitStatus.failed
    }
    io.error(`${message}\nUsage: ${command?.name ?? ''} --help\n`)
    return exitStatus.usage
  }
}

const messageOf = (error: unknown): string =>
  messageOfFileError(error) ??
  messageOfListenError(error) ??
  (error instanceof Error ? error.message : String(error))

function withoutCommand(
  args: readonly string[],
  word: string | undefined,
  io: CommandLineIo,
): number {
  if (args.includes('--version')) {
    io.write(`${io.version}\n`)
    return exitStatus.done
  }
  const isRequested = args.includes('--help') || args.includes('-h') || word === 'help'
  const write = isRequested ? io.write : io.error
  if (word !== undefined && !isRequested) write(`There is no command “${word}”.\n\n`)
  write(overview())
  return isRequested ? exitStatus.done : exitStatus.usage
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'Authscope: see every step of an Amazon Cognito sign-in, and why it failed.',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'COMMAND --help shows more. Exit status: 0 done, 1 failed, 2 usage error, 3 challenge left',
    'unanswered, 4 refused by the service.',
    '',
  ].join('\n')
}
