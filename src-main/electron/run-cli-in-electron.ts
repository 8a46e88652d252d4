import { app } from 'electron'
import { processIo } from '#main/cli/command-line-io.ts'
import { isCommandLine, runCommandLine } from '#main/cli/run-command-line.ts'
import { openPasskeys } from './command-line-passkeys.ts'
import { openProfiles } from './command-line-profiles.ts'
import { truncatedAnswerInChromium } from './hardening.ts'

/** Whether these words ask for a command instead of the window. */
export { isCommandLine as isCommand }

/** Whether these words need a browser or the keyring: Electron has to be ready then. */
export const needsElectron = (userArguments: readonly string[]): boolean =>
  userArguments.includes('--passkey') ||
  (userArguments.includes('profile') && !userArguments.includes('--dry-run'))

/** Runs the command line and ends with its status, without ever opening a window that is seen. */
export async function runUserArguments(userArguments: readonly string[]): Promise<void> {
  if (needsElectron(userArguments)) {
    truncatedAnswerInChromium()
    // The window that signs is gone before the command has ended.
    app.on('window-all-closed', () => undefined)
  }
  // A command leaves no icon in the dock of macOS.
  app.dock?.hide()
  const status = await runCommandLine(userArguments, {
    ...processIo(app.getVersion()),
    openPasskeys,
    openProfiles,
  })
  // `exit` would cut off what a pipe has not taken yet.
  await Promise.all([process.stdout, process.stderr].map(written))
  app.exit(status)
}

const written = (stream: NodeJS.WriteStream) =>
  new Promise<void>((resolve) => {
    stream.write('', () => {
      resolve()
    })
  })
