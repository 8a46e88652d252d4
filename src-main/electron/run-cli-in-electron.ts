import { app } from 'electron'
import { processIo } from '#main/cli/command-line-io.ts'
import { isCommandLine, runCommandLine } from '#main/cli/run-command-line.ts'
import { openPasskeys } from './command-line-passkeys.ts'
import { truncatedAnswerInChromium } from './hardening.ts'

/** Whether these words ask for a command instead of the window. */
export { isCommandLine as isCommand }

/** Whether these words need a browser: Electron has to be ready then, else it need not. */
export const needsBrowser = (userArguments: readonly string[]): boolean =>
  userArguments.includes('--passkey')

/** Runs the command line and ends with its status, without ever opening a window that is seen. */
export async function runUserArguments(userArguments: readonly string[]): Promise<void> {
  if (needsBrowser(userArguments)) {
    truncatedAnswerInChromium()
    // The window that signs is gone before the command has ended.
    app.on('window-all-closed', () => undefined)
  }
  // A command leaves no icon in the dock of macOS.
  app.dock?.hide()
  const status = await runCommandLine(userArguments, {
    ...processIo(app.getVersion()),
    openPasskeys,
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
