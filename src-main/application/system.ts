import type { MenuCommands } from '#contract/routes/app.ts'
import type { Settings } from '#contract/settings/index.ts'
import type { ResolveSystemProxy } from '#main/network/find-proxy.ts'
import type { AuthenticatorWindow } from '#main/passkeys/authenticator-window.ts'
import type { Clipboard } from './secret-clipboard.ts'

/** What the application asks of the desktop; Electron in the window, a fake in tests. */
export interface System {
  readonly version: string
  /** Version of Electron. */
  readonly electron: string
  readonly platform: string
  /** How the person's region writes dates and times, as in BCP 47; empty when nothing says so. */
  readonly locale: string
  readonly dataFolder: string
  /** The script of the thread that the history is in; without it the history is in this thread. */
  readonly storeScript?: URL
  /** The list of packages that the application contains, and their licences; made by the build. */
  readonly noticesFile?: URL
  readonly clipboard: Clipboard
  /** The system's proxy settings, PAC files included; absent where there is no desktop. */
  readonly resolveProxy?: ResolveSystemProxy
  /** Makes theme and zoom what the settings say. */
  readonly apply: (settings: Settings) => void
  /** Told when the window shows its first state and can be used; again when its page comes back. */
  readonly windowIsReady: () => void
  /** Makes the application menu of the window's commands. */
  readonly setMenu: (commands: MenuCommands) => void
  /** Opens a link in the system's browser; false when it is not one that may be opened. */
  readonly openLink: (link: string) => Promise<boolean>
  /** Opens a folder or a file with what the desktop has for it. */
  readonly openPath: (path: string) => Promise<void>
  /** Opens the folder of a file, with the file selected. */
  readonly showInFolder: (path: string) => void
  /** Undefined when the person cancelled. */
  readonly askWhereToSave: (fileName: string) => Promise<string | undefined>
  /** The path of a file with one of these endings; undefined when the person cancelled. */
  readonly askWhatToOpen: (
    title: string,
    extensions: readonly string[],
  ) => Promise<string | undefined>
  /** The path of a file that the desktop gave to open, each once; undefined when none is left. */
  readonly takeOfferedFile: () => string | undefined
  /** Whether the person dropped or pasted this file, or gave it to open. */
  readonly isOfferedFile: (path: string) => boolean
  /** Draws an SVG as a PNG; absent where there is no browser. */
  readonly drawPicture?: (svg: string) => Promise<Uint8Array>
  /** Lets the person drop a file elsewhere, while the pointer is down; absent without a window. */
  readonly startDrag?: (path: string) => Promise<void>
  /** A browser for passkeys; absent where there is none. */
  readonly authenticatorWindow?: AuthenticatorWindow
}
