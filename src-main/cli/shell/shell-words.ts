import type { Command, Option } from '../command.ts'

/** The words of which one follows the command's name, as `list` and `show`; most commands have none. */
export const verbsOf = ({ usage }: Command): readonly string[] => [
  ...new Set(usage.flatMap((line) => /^[a-z][a-z-]*(?= )/.exec(line)?.[0] ?? [])),
]

/** Every option of a command, with the one that all commands have. */
export const optionsOf = ({ options }: Command): readonly (readonly [string, Option])[] =>
  Object.entries({ ...options, help: { help: 'This help.' } })

/** Whether a value is the name of a file. */
export const isFile = (value: string): boolean => /FILE|FOLDER/.test(value)

/** A text as one word of bash and zsh. */
export const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
