import type { CommandId } from '#contract/commands.ts'

/** What each command does in this window. */
export type CommandActions = Readonly<Record<CommandId, () => void>>

/** Runs the command of a name, if there is one: the menu of another version may know others. */
export function runCommand(actions: CommandActions, id: string): void {
  if (Object.hasOwn(actions, id)) actions[id as CommandId]()
}
