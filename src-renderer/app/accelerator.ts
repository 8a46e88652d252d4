import type { Shortcut } from '#renderer/design/shortcuts.ts'

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
  if ((mac ? keys.metaKey : keys.ctrlKey) !== parts.includes('CmdOrCtrl')) return false
  if (keys.altKey !== parts.includes('Alt')) return false
  // The slash is a question mark with Shift on many layouts, and on its own there on others.
  if (key === '/' && parts.includes('Shift')) return keys.key === '?' || keys.key === '/'
  if (key === 'plus') return keys.key === '+' || keys.key === '='
  if (keys.shiftKey !== parts.includes('Shift')) return false
  return nameOf(keys.key).toLowerCase() === key
}

/** A key as Electron names it, where a keyboard event names it otherwise. */
const nameOf = (key: string): string =>
  ({ ' ': 'Space', '+': 'Plus' })[key] ?? key.replace(/^Arrow/, '')

/** Modifiers, and what a keyboard event names where no key is known. */
const incomplete = new Set('Control Meta Alt AltGraph Shift Dead Process Unidentified'.split(' '))

/** The capital of a letter; one that is written with two letters, as that of ß is, is none. */
const capital = (letter: string): string =>
  letter.toUpperCase().length === 1 ? letter.toUpperCase() : letter

/**
 * The keys of an event as an accelerator.
 * @returns nothing while only modifiers are down, and for keys that write text
 */
export function acceleratorOf(keys: Keys, mac: boolean): string | undefined {
  if (incomplete.has(keys.key)) return undefined
  const main = mac ? keys.metaKey : keys.ctrlKey
  if (!main && !keys.altKey && !/^F\d+$/.test(keys.key)) return undefined
  const name = nameOf(keys.key === '?' && keys.shiftKey ? '/' : keys.key)
  return [
    ...(main ? ['CmdOrCtrl'] : []),
    ...(keys.altKey ? ['Alt'] : []),
    ...(keys.shiftKey && name !== 'Plus' ? ['Shift'] : []),
    name.length === 1 ? capital(name) : name,
  ].join('+')
}

/** An accelerator as it is shown next to a command: `Ctrl ⏎`, `⌘K`. */
export function shownAccelerator(accelerator: string, mac: boolean): string {
  const names: Readonly<Record<string, string>> = {
    CmdOrCtrl: mac ? '⌘' : 'Ctrl',
    Alt: mac ? '⌥' : 'Alt',
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

/** An accelerator as controls show it; undefined when there is none. */
export function shortcutOf(accelerator: string | undefined, mac: boolean): Shortcut | undefined {
  if (!accelerator) return undefined
  return { shown: shownAccelerator(accelerator, mac), aria: ariaAccelerator(accelerator, mac) }
}
