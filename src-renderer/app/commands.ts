import type { MenuGroup } from '#contract/routes/app.ts'
import { views, type ViewId } from './views/index.ts'

/** One thing that a person can have done by a key, the menu or the palette. */
export interface Command {
  readonly id: string
  readonly title: string
  /** As Electron writes it; `CmdOrCtrl` is Command on macOS and Ctrl elsewhere. */
  readonly accelerator: string
  /** Its keys on macOS, where those of other systems are not at hand or not the custom. */
  readonly mac?: string | undefined
  /** Other keys that do the same. */
  readonly alias?: string | undefined
  readonly group: MenuGroup
  /** Other words that find it in the palette. */
  readonly synonyms?: string | undefined
}

const acts = [
  {
    id: 'sign-in.run',
    title: 'Sign in',
    accelerator: 'CmdOrCtrl+Enter',
    group: 'Sign-in',
    synonyms: 'send run start initiate login',
  },
  {
    id: 'sign-in.cancel',
    title: 'Cancel the sign-in',
    accelerator: 'CmdOrCtrl+.',
    group: 'Sign-in',
    synonyms: 'stop abort',
  },
  {
    id: 'tokens.refresh',
    title: 'Refresh the tokens',
    accelerator: 'CmdOrCtrl+R',
    group: 'Sign-in',
    synonyms: 'renew rotate',
  },
  {
    id: 'passkey.register',
    title: 'Register a passkey…',
    accelerator: 'CmdOrCtrl+Shift+P',
    group: 'Sign-in',
    synonyms: 'webauthn new',
  },
  {
    id: 'recording.open',
    title: 'Open a recording…',
    accelerator: 'CmdOrCtrl+O',
    group: 'Sign-in',
    synonyms: 'import har log file',
  },
  {
    id: 'recording.paste',
    title: 'Paste a configuration, token or recording',
    accelerator: 'CmdOrCtrl+Shift+V',
    group: 'Sign-in',
    synonyms: 'import clipboard har log open amplify env jwt',
  },
  {
    id: 'recipe.run',
    title: 'Run a recipe…',
    accelerator: 'CmdOrCtrl+Shift+O',
    group: 'Sign-in',
    synonyms: 'yaml test expectations repeat',
  },
  {
    id: 'run.redrive',
    title: 'Run again up to this step…',
    accelerator: 'CmdOrCtrl+Shift+Enter',
    group: 'Sign-in',
    synonyms: 'redrive replay repeat start over edit step',
  },
  {
    id: 'history.statistics',
    title: 'Statistics of the filtered runs',
    accelerator: 'CmdOrCtrl+Shift+N',
    group: 'View',
    synonyms: 'stats numbers charts errors outcomes durations percentile history',
  },
  {
    id: 'export.open',
    title: 'Export the trace…',
    accelerator: 'CmdOrCtrl+E',
    group: 'Sign-in',
    synonyms:
      'save share har curl copy markdown report code postman bruno opentelemetry otlp diagram',
  },

  {
    id: 'history.export',
    title: 'Export the whole history…',
    accelerator: 'CmdOrCtrl+Shift+E',
    group: 'Sign-in',
    synonyms: 'backup encrypted age passphrase save all runs',
  },
  {
    id: 'history.import',
    title: 'Import an encrypted history…',
    accelerator: 'CmdOrCtrl+Alt+O',
    group: 'Sign-in',
    synonyms: 'restore backup age passphrase',
  },

  {
    id: 'edit.undo',
    title: 'Undo',
    accelerator: 'CmdOrCtrl+Z',
    group: 'Edit',
    synonyms: 'restore take back deletion delete pin unpin note',
  },

  {
    id: 'profile.new',
    title: 'New profile…',
    accelerator: 'CmdOrCtrl+N',
    group: 'Profiles',
    synonyms: 'add connect pool import paste amplify env',
  },
  {
    id: 'profile.edit',
    title: 'Edit the profile…',
    accelerator: 'CmdOrCtrl+I',
    group: 'Profiles',
    synonyms: 'change client secret endpoint proxy',
  },
  {
    id: 'profile.rename',
    title: 'Rename the profile…',
    accelerator: 'F2',
    mac: 'CmdOrCtrl+Alt+R',
    group: 'Profiles',
  },
  {
    id: 'profile.test',
    title: 'Test the profile…',
    accelerator: 'CmdOrCtrl+T',
    group: 'Profiles',
    synonyms: 'probe flows secret learn client settings',
  },
  {
    id: 'profile.duplicate',
    title: 'Duplicate the profile',
    accelerator: 'CmdOrCtrl+D',
    group: 'Profiles',
    synonyms: 'copy clone',
  },
  {
    id: 'profile.share',
    title: 'Save the profile as a file to share…',
    accelerator: 'CmdOrCtrl+Shift+S',
    group: 'Profiles',
    synonyms: 'export team configuration without secrets',
  },

  {
    id: 'palette.open',
    title: 'Search commands…',
    accelerator: 'CmdOrCtrl+K',
    group: 'View',
  },
  {
    id: 'username.focus',
    title: 'Go to the username',
    accelerator: 'CmdOrCtrl+L',
    group: 'Go to',
    synonyms: 'user address form',
  },
  {
    id: 'sidebar.toggle',
    title: 'Show or hide the sidebar',
    accelerator: 'CmdOrCtrl+B',
    group: 'View',
    synonyms: 'narrow wide profiles',
  },
  {
    id: 'pane.next',
    title: 'Go to the next pane',
    accelerator: 'F6',
    // The function keys of a Mac set its brightness and volume until Fn is held.
    mac: 'CmdOrCtrl+Alt+Right',
    group: 'View',
  },
  {
    id: 'pane.previous',
    title: 'Go to the previous pane',
    accelerator: 'Shift+F6',
    mac: 'CmdOrCtrl+Alt+Left',
    group: 'View',
  },
  {
    id: 'filter.focus',
    title: 'Filter this list',
    accelerator: 'CmdOrCtrl+F',
    group: 'View',
    synonyms: 'find search',
  },
  { id: 'zoom.in', title: 'Zoom in', accelerator: 'CmdOrCtrl+Plus', group: 'View' },
  { id: 'zoom.out', title: 'Zoom out', accelerator: 'CmdOrCtrl+-', group: 'View' },
  { id: 'zoom.reset', title: 'Actual size', accelerator: 'CmdOrCtrl+0', group: 'View' },

  {
    id: 'keys.open',
    title: 'Keyboard shortcuts',
    accelerator: 'F1',
    mac: 'CmdOrCtrl+Shift+/',
    alias: 'CmdOrCtrl+Shift+/',
    group: 'Help',
    synonyms: 'keys hotkeys bindings help',
  },
] as const satisfies readonly Command[]

/** The stable name of a command that is not the way to a view. */
export type ActId = (typeof acts)[number]['id']

/** The stable name of a command. */
export type CommandId = ActId | `view.${ViewId}`

/** The one list of commands, from which menu, palette and the page of keys derive. */
export const commands: readonly (Command & { readonly id: CommandId })[] = [
  ...acts,
  ...views.map((view) => ({
    id: `view.${view.id}` as const,
    title: view.title,
    accelerator: view.accelerator,
    group: 'Go to' as const,
    synonyms: view.synonyms,
  })),
]

/** The view that a command goes to, or undefined when it goes to none. */
export const viewAfter = (command: string): ViewId | undefined =>
  views.find(({ id }) => `view.${id}` === command)?.id
