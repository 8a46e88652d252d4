import type { Command, Option } from '../command.ts'
import { isFile, optionsOf, quoted, verbsOf } from './shell-words.ts'

/** A script for zsh that completes commands, their verbs and their options, with their help. */
export const zshCompletion = (commands: readonly Command[]): string => `#compdef authscope
# Completion of authscope for zsh.
_authscope() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join('\n')}
  )
  if ((CURRENT == 2)); then
    _describe -t commands command commands
    return
  fi
  local name=$words[2]
  shift words
  ((CURRENT--))
  case $name in
${commands.map(caseOf).join('\n')}
  esac
}
_authscope "$@"
`

function caseOf(command: Command): string {
  const verbs = verbsOf(command)
  const specs = [
    ...optionsOf(command).map(optionSpec),
    ...(verbs.length > 0 ? [`1:verb:(${verbs.join(' ')})`] : []),
    '*:file:_files',
  ]
  return [
    `    ${command.name})`,
    '      _arguments \\',
    specs.map((spec) => `        ${quoted(spec)}`).join(' \\\n'),
    '      ;;',
  ].join('\n')
}

function optionSpec([name, { help, many, value }]: readonly [string, Option]): string {
  const argument = value === undefined ? '' : `:${escaped(value)}:${isFile(value) ? '_files' : ' '}`
  return `${many === true ? '*' : ''}--${name}[${escaped(help)}]${argument}`
}

const escaped = (text: string) => text.replaceAll(/[\\[\]:]/g, String.raw`\$&`)
