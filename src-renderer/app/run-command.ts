import type { ActId } from './commands.ts'

/** What each command but those to a view does in this window. */
export type CommandActions = Readonly<Record<ActId, () => void>>

/** Runs the command of a name, if there is one: the menu of another version may know others. */
export function runCommand(actions: CommandActions, id: string): void {
  if (Object.hasOwn(actions, id)) actions[id as ActId]()
}
