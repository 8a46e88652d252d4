import type { Shortcut } from '#renderer/design/shortcuts.ts'
import { commands } from './commands.ts'

/** The part of a keyboard event that says which keys are down. */
export interface Keys {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** Whether the keys of an event are those of an accelerator, as Electron writes it. */
export function matchesAccelerator(accelerator: string, keys: Keys, mac: boolean): boolean {
  const parts = accelerator.split('+')
  const key = (parts.at(-1) ?? '').toLowerCase()
  const main = parts.includes('CmdOrCtrl')
  if ((mac ? keys.metaKey : keys.ctrlKey) !== main || keys.altKey) return false
  // The slash is a question mark with Shift on many layouts, and on its own there on others.
  if (key === '/' && parts.includes('Shift')) return keys.key === '?' || keys.key === '/'
  if (key === 'plus') return keys.key === '+' || keys.key === '='
  if (keys.shiftKey !== parts.includes('Shift')) return false
  return keys.key.toLowerCase() === key
}

/** An accelerator as it is shown next to a command: `Ctrl ⏎`, `⌘K`. */
export function shownAccelerator(accelerator: string, mac: boolean): string {
  const names: Readonly<Record<string, string>> = {
    CmdOrCtrl: mac ? '⌘' : 'Ctrl',
    Shift: mac ? '⇧' : 'Shift',
    Enter: '⏎',
    Plus: '+',
  }
  return accelerator
    .split('+')
    .map((part) => names[part] ?? part)
    .join(mac ? '' : ' ')
}

/** An accelerator as the attribute `aria-keyshortcuts` writes it: `Control+Enter`. */
const ariaAccelerator = (accelerator: string, mac: boolean): string =>
  accelerator.replace('CmdOrCtrl', mac ? 'Meta' : 'Control').replace('Plus', '+')

/** The keys of a command by its id; undefined when it has none. */
export function shortcutOf(id: string, mac: boolean): Shortcut | undefined {
  const accelerator = commands.find((command) => command.id === id)?.accelerator
  if (accelerator === undefined) return undefined
  return { shown: shownAccelerator(accelerator, mac), aria: ariaAccelerator(accelerator, mac) }
}
