import type { Command } from '../command.ts'
import { optionsOf, verbsOf } from './shell-words.ts'

/** A script for bash that completes commands, their verbs and their options, else names of files. */
export const bashCompletion = (
  commands: readonly Command[],
): string => `# Completion of authscope for bash.
_authscope() {
  local current=\${COMP_WORDS[COMP_CWORD]} words=''
  if ((COMP_CWORD == 1)); then
    words='${[...commands.map(({ name }) => name), '--help', '--version'].join(' ')}'
  elif [[ $current == -* ]]; then
    case \${COMP_WORDS[1]} in
${commands.map((command) => `    ${command.name}) words='${optionNames(command)}' ;;`).join('\n')}
    esac
  elif ((COMP_CWORD == 2)); then
    case \${COMP_WORDS[1]} in
${commands
  .filter((command) => verbsOf(command).length > 0)
  .map((command) => `    ${command.name}) words='${verbsOf(command).join(' ')}' ;;`)
  .join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _authscope authscope
`

const optionNames = (command: Command) =>
  optionsOf(command)
    .map(([name]) => `--${name}`)
    .join(' ')
