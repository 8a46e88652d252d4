import { exitStatus, UsageError, type Command } from '../command.ts'
import { bashCompletion } from '../shell/bash-completion.ts'
import { fishCompletion } from '../shell/fish-completion.ts'
import { zshCompletion } from '../shell/zsh-completion.ts'

const shells = new Map([
  ['bash', bashCompletion],
  ['zsh', zshCompletion],
  ['fish', fishCompletion],
])
const names = [...shells.keys()].join('|')

/** The command that writes a shell's completion of all commands. */
export const completion = (commands: () => readonly Command[]): Command => ({
  name: 'completion',
  summary: 'Writes the completion script for a shell.',
  usage: [names],
  options: {},
  notes: ['For bash: source <(authscope completion bash). Packages install it for all three.'],
  maxPositionals: 1,
  run: (args, io) => {
    const write = shells.get(args.positionals[0] ?? '')
    if (write === undefined) throw new UsageError(`Name a shell: ${names}.`)
    io.write(write(commands()))
    return Promise.resolve(exitStatus.done)
  },
})
