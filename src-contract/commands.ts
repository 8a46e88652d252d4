/** Where a command stands in the application menu, the palette and the page of keys. */
export type CommandGroup = 'Sign-in' | 'Profiles' | 'Go to' | 'View' | 'Help'

/** One thing that a person can have done by a key, the menu or the palette. */
export interface Command {
  readonly id: string
  readonly title: string
  /** As Electron writes it; `CmdOrCtrl` is Command on macOS and Ctrl elsewhere. */
  readonly accelerator: string
  readonly group: CommandGroup
}

/** The one list of commands, from which menu, palette and the page of keys derive. */
export const commands = [
  { id: 'sign-in.run', title: 'Sign in', accelerator: 'CmdOrCtrl+Enter', group: 'Sign-in' },
  {
    id: 'sign-in.cancel',
    title: 'Cancel the sign-in',
    accelerator: 'CmdOrCtrl+.',
    group: 'Sign-in',
  },
  {
    id: 'tokens.refresh',
    title: 'Refresh the tokens',
    accelerator: 'CmdOrCtrl+R',
    group: 'Sign-in',
  },
  {
    id: 'passkey.register',
    title: 'Register a passkey…',
    accelerator: 'CmdOrCtrl+Shift+P',
    group: 'Sign-in',
  },
  {
    id: 'recording.open',
    title: 'Open a recording…',
    accelerator: 'CmdOrCtrl+O',
    group: 'Sign-in',
  },
  {
    id: 'recording.paste',
    title: 'Open a recording from the clipboard',
    accelerator: 'CmdOrCtrl+Shift+V',
    group: 'Sign-in',
  },
  { id: 'export.open', title: 'Export the trace…', accelerator: 'CmdOrCtrl+E', group: 'Sign-in' },

  { id: 'profile.new', title: 'New profile…', accelerator: 'CmdOrCtrl+N', group: 'Profiles' },
  { id: 'profile.edit', title: 'Edit the profile…', accelerator: 'CmdOrCtrl+I', group: 'Profiles' },
  {
    id: 'profile.duplicate',
    title: 'Duplicate the profile',
    accelerator: 'CmdOrCtrl+D',
    group: 'Profiles',
  },

  { id: 'view.1', title: 'Sign-in', accelerator: 'CmdOrCtrl+1', group: 'Go to' },
  { id: 'view.2', title: 'History', accelerator: 'CmdOrCtrl+2', group: 'Go to' },
  { id: 'view.3', title: 'Tokens', accelerator: 'CmdOrCtrl+3', group: 'Go to' },
  { id: 'view.4', title: 'Practice pool', accelerator: 'CmdOrCtrl+4', group: 'Go to' },
  { id: 'view.5', title: 'Account', accelerator: 'CmdOrCtrl+5', group: 'Go to' },
  { id: 'view.6', title: 'Devices and passkeys', accelerator: 'CmdOrCtrl+6', group: 'Go to' },
  { id: 'settings.open', title: 'Settings', accelerator: 'CmdOrCtrl+,', group: 'Go to' },

  { id: 'palette.open', title: 'Find or do anything…', accelerator: 'CmdOrCtrl+K', group: 'View' },
  { id: 'filter.focus', title: 'Filter this list', accelerator: 'CmdOrCtrl+F', group: 'View' },
  { id: 'zoom.in', title: 'Zoom in', accelerator: 'CmdOrCtrl+Plus', group: 'View' },
  { id: 'zoom.out', title: 'Zoom out', accelerator: 'CmdOrCtrl+-', group: 'View' },
  { id: 'zoom.reset', title: 'Actual size', accelerator: 'CmdOrCtrl+0', group: 'View' },

  { id: 'keys.open', title: 'Keys', accelerator: 'F1', group: 'Help' },
] as const satisfies readonly Command[]

/** The stable name of a command. */
export type CommandId = (typeof commands)[number]['id']

/** Percent, as far as a window can be zoomed. */
export const zoomLimits = { min: 50, defaultValue: 100, max: 200 } as const

/** The zoom that a command leads to in percent, or undefined when it does not zoom. */
export function zoomAfter(command: string, zoom: number): number | undefined {
  switch (command) {
    case 'zoom.in':
      return Math.min(zoomLimits.max, zoom + 10)
    case 'zoom.out':
      return Math.max(zoomLimits.min, zoom - 10)
    case 'zoom.reset':
      return zoomLimits.defaultValue
    default:
      return undefined
  }
}
