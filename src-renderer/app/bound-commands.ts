import type { KeysOfCommands } from '#contract/settings/setting.ts'
import { commands, type Command, type CommandId } from './commands.ts'

/** A command with the keys that it has for this person. */
export type BoundCommand = Command & { readonly id: CommandId }

/** Every command with the keys that the person has given it, or its own. */
export const boundCommands = (keys: KeysOfCommands): readonly BoundCommand[] =>
  commands.map((command) => {
    const own = Object.hasOwn(keys, command.id) ? keys[command.id] : undefined
    return own === undefined ? command : { ...command, accelerator: own, alias: undefined }
  })

/** What text fields and the system do with keys that no command can have. */
const taken: Readonly<Record<string, string>> = {
  'CmdOrCtrl+A': 'select all text',
  'CmdOrCtrl+C': 'copy',
  'CmdOrCtrl+V': 'paste',
  'CmdOrCtrl+X': 'cut',
  'CmdOrCtrl+Y': 'redo',
  'CmdOrCtrl+Q': 'quit the application',
  'CmdOrCtrl+W': 'close the window',
  'Alt+F4': 'close the window',
}

/** What stands against keys for a command: another use of them, or another command with them. */
export type KeyConflict =
  | { readonly kind: 'taken'; readonly use: string }
  | { readonly kind: 'command'; readonly command: BoundCommand }

/** The other use of keys that a person wants for a command; undefined when they are free. */
export function keyConflict(
  accelerator: string,
  id: CommandId,
  bound: readonly BoundCommand[],
): KeyConflict | undefined {
  const use = taken[accelerator]
  if (use !== undefined) return { kind: 'taken', use }
  const command = bound.find(
    (other) =>
      other.id !== id && (other.accelerator === accelerator || other.alias === accelerator),
  )
  return command && { kind: 'command', command }
}

/**
 * The setting after a command was given keys; what equals its own keys is not written down.
 * @param accelerator undefined for the command's own keys, empty for none
 */
export function withKeys(
  keys: KeysOfCommands,
  id: CommandId,
  accelerator: string | undefined,
): KeysOfCommands {
  const { [id]: _replaced, ...others } = keys
  const own = commands.find((command) => command.id === id)?.accelerator
  return accelerator === undefined || accelerator === own
    ? others
    : { ...others, [id]: accelerator }
}
