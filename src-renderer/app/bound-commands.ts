import type { KeysOfCommands } from '#contract/settings/setting.ts'
import { commands, type Command, type CommandId } from './commands.ts'

/** A command with the keys that it has for this person. */
export type BoundCommand = Command & { readonly id: CommandId }

/** A command with its own keys on this system; on macOS the keys of other systems work as well. */
function ownKeys(command: BoundCommand, mac: boolean): BoundCommand {
  if (!mac || command.mac === undefined) return command
  return { ...command, accelerator: command.mac, alias: command.accelerator }
}

/** Every command with the keys that the person has given it, or its own. */
export function boundCommands(keys: KeysOfCommands, mac: boolean): readonly BoundCommand[] {
  const bound = commands.map((command) => {
    const given = Object.hasOwn(keys, command.id) ? keys[command.id] : undefined
    return given === undefined
      ? ownKeys(command, mac)
      : { ...command, accelerator: given, alias: undefined }
  })
  // Other keys that do the same are given up to a command that the person has given them to.
  return bound.map((command) =>
    bound.some(({ accelerator }) => accelerator === command.alias)
      ? { ...command, alias: undefined }
      : command,
  )
}

/** What text fields and every system do with keys that no command can have. */
const taken: Readonly<Record<string, string>> = {
  'CmdOrCtrl+A': 'select all text',
  'CmdOrCtrl+C': 'copy',
  'CmdOrCtrl+V': 'paste',
  'CmdOrCtrl+X': 'cut',
  'CmdOrCtrl+Q': 'quit the application',
  'CmdOrCtrl+W': 'close the window',
}

/** What the systems do with keys of which the others know nothing. */
const takenOnMac: typeof taken = {
  'CmdOrCtrl+Shift+Z': 'redo',
  'CmdOrCtrl+H': 'hide the application',
  'CmdOrCtrl+Alt+H': 'hide the other applications',
  'CmdOrCtrl+M': 'minimise the window',
}
const takenElsewhere: typeof taken = {
  'CmdOrCtrl+Y': 'redo',
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
  mac: boolean,
): KeyConflict | undefined {
  const use = { ...taken, ...(mac ? takenOnMac : takenElsewhere) }[accelerator]
  if (use !== undefined) return { kind: 'taken', use }
  const command = bound.find(
    (other) =>
      other.id !== id && (other.accelerator === accelerator || other.alias === accelerator),
  )
  return command && { kind: 'command', command }
}

/** The keys that a command has until the person gives it others. */
export const ownAccelerator = (id: CommandId, mac: boolean): string =>
  boundCommands({}, mac).find((command) => command.id === id)?.accelerator ?? ''

/**
 * The setting after a command was given keys; what equals its own keys is not written down.
 * @param accelerator empty for none
 */
export function withKeys(
  keys: KeysOfCommands,
  id: CommandId,
  accelerator: string,
  mac: boolean,
): KeysOfCommands {
  const { [id]: _replaced, ...others } = keys
  return accelerator === ownAccelerator(id, mac) ? others : { ...others, [id]: accelerator }
}
