import type { Command, Option } from '../command.ts'
import { isFile, optionsOf, verbsOf } from './shell-words.ts'

/** A script for fish that completes commands, their verbs and their options, with their help. */
export const fishCompletion = (commands: readonly Command[]): string =>
  [
    '# Completion of authscope for fish.',
    ...commands.flatMap((command) => [
      `complete -c authscope -n __fish_use_subcommand -f -a ${command.name} -d ${quoted(command.summary)}`,
      ...verbsOf(command).map(
        (verb) =>
          `complete -c authscope -n '__fish_seen_subcommand_from ${command.name}; and test (count (commandline -opc)) -eq 2' -f -a ${verb}`,
      ),
      ...optionsOf(command).map((option) => optionLine(command.name, option)),
    ]),
    '',
  ].join('\n')

function optionLine(command: string, [name, { help, value }]: readonly [string, Option]): string {
  const argument = value === undefined ? '' : isFile(value) ? ' -r -F' : ' -x'
  return `complete -c authscope -n '__fish_seen_subcommand_from ${command}' -l ${name}${argument} -d ${quoted(help)}`
}

/** Fish escapes inside single quotes with a backslash, unlike the other shells. */
const quoted = (text: string) => `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`
