import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { CommandLineIo } from './command-line-io.ts'

/** What a command ends with, for scripts. */
export const exitStatus = {
  done: 0,
  failed: 1,
  usage: 2,
  challengeLeft: 3,
  refused: 4,
} as const

/** One option of a command; parsing and help derive from it. */
export interface Option {
  /** What its value is called in the help; a switch has none. */
  readonly value?: string
  /** True when it may be given several times. */
  readonly many?: boolean
  readonly help: string
  /** Its earlier spelling, which still works and is not in the help. */
  readonly formerly?: string
}

/** What was given on the command line, by option. */
export interface Arguments {
  readonly text: (option: string) => string | undefined
  readonly texts: (option: string) => readonly string[]
  readonly has: (option: string) => boolean
  readonly positionals: readonly string[]
}

/** One word of the command line. */
export interface Command {
  readonly name: string
  /** One line. */
  readonly summary: string
  /** Ways to write it, without the program's name. */
  readonly usage: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  /** What else the help says. */
  readonly notes?: readonly string[]
  /** How many words may follow besides options. */
  readonly maxPositionals?: number
  /** Resolves to an exit status. @throws UsageError */
  readonly run: (args: Arguments, io: CommandLineIo) => Promise<number>
}

/** A command line that cannot be carried out: a sentence that says how it should be. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Names that people try for a secret, which a command line would show to every process. */
const secretOption = /^--?(pass(word)?|.*secret|new-password|refresh-token|session|code|otp)(=|$)/

/**
 * Reads the words after the command's name.
 * @throws UsageError
 */
export function parseCommandLine(command: Command, args: readonly string[]): Arguments {
  const secret = args.find((arg) => secretOption.test(arg))?.replace(/=.*$/s, '')
  if (secret !== undefined && command.options[secret.replace(/^--?/, '')] === undefined)
    throw new UsageError(
      `${secret} is not taken from the command line, where other programs can read it. Put it into an environment variable and name that (${secret.replace(/^-+/, '--')}-env VAR), or use --answers-stdin.`,
    )
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    Object.entries(command.options).flatMap(([name, { formerly, many, value }]) =>
      [name, ...(formerly === undefined ? [] : [formerly])].map((spelling) => [
        spelling,
        { type: value === undefined ? 'boolean' : 'string', multiple: many ?? false },
      ]),
    ),
  )
  const { positionals, values } = parsed(args, options)
  const valuesOf = (option: string) => {
    const { formerly } = command.options[option] ?? {}
    return [values[option], formerly === undefined ? undefined : values[formerly]]
      .flat()
      .filter((value) => value !== undefined)
  }
  const textsOf = (option: string) => valuesOf(option).filter((value) => typeof value === 'string')
  const max = command.maxPositionals ?? 0
  if (positionals.length > max)
    throw new UsageError(`unexpected argument “${positionals[max] ?? ''}”`)
  return {
    positionals,
    has: (option) => valuesOf(option).length > 0,
    text: (option) => textsOf(option).at(-1),
    texts: textsOf,
  }
}

function parsed(args: readonly string[], options: NonNullable<ParseArgsConfig['options']>) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    // Node's sentence, without the advice on how to write a word that begins with a hyphen.
    const message = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${message.split('. To specify')[0] ?? message}.`.replace(/\.\.$/, '.'))
  }
}

/** The help of one command. */
export function commandHelp({ name, notes, options, summary, usage }: Command): string {
  const rows = Object.entries({ ...options, help: { help: 'This help.' } }).map(
    ([option, { help, value }]: [string, Option]) =>
      [`--${option}${value === undefined ? '' : ` ${value}`}`, help] as const,
  )
  const width = Math.max(...rows.map(([left]) => left.length))
  return [
    summary,
    '',
    ...usage.map((one, index) => `${index === 0 ? 'Usage: ' : '       '}${name} ${one}`.trimEnd()),
    '',
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
    ...(notes ? ['', ...notes] : []),
    '',
  ].join('\n')
}
