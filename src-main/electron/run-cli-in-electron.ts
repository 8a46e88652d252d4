import { app } from 'electron'
import { exportFormats } from '#engine/export/formats/index.ts'
import { processIo } from '#main/cli/command-line-io.ts'
import { isRunName } from '#main/cli/trace/named-run.ts'
import { isCommandLine, runCommandLine } from '#main/cli/run-command-line.ts'
import { openHistory } from './command-line-history.ts'
import { drawPicture } from './draw-picture.ts'
import { openPasskeys } from './command-line-passkeys.ts'
import { readRedactionProfiles } from './command-line-settings.ts'
import { openProfiles, readProfiles } from './command-line-profiles.ts'
import { blockHostResolution } from './hardening.ts'

/** Whether these words ask for a command instead of the window. */
export { isCommandLine as isCommand }

/** Commands that read or change what the window keeps, whose key Electron has from the keyring. */
const needKeyring: ReadonlySet<string> = new Set(['diff', 'mcp', 'profile', 'trace'])

/** Whether Electron has to be ready for these words: for a browser, or for the keyring. */
export const needsElectron = (userArguments: readonly string[]): boolean =>
  userArguments.includes('--passkey') || drawsPicture(userArguments) || needsKeyring(userArguments)

const pictures = exportFormats.filter(({ isPicture }) => isPicture).map(({ id }) => id)

const drawsPicture = (userArguments: readonly string[]): boolean =>
  pictures.some(
    (id) =>
      userArguments.includes(`--format=${id}`) ||
      userArguments[userArguments.indexOf('--format') + 1] === id,
  )

function needsKeyring(userArguments: readonly string[]): boolean {
  const [command = '', ...words] = userArguments.filter((word) => !word.startsWith('-'))
  return (
    userArguments.includes('--history') ||
    (needKeyring.has(command) && !(command === 'profile' && userArguments.includes('--dry-run'))) ||
    (command === 'export' && userArguments.some((word) => /^--filter(=|$)/.test(word))) ||
    (['diagnose', 'export'].includes(command) && words.some(isRunName))
  )
}

/** Runs the command line and ends with its status, without ever opening a window that is seen. */
export async function runUserArguments(userArguments: readonly string[]): Promise<void> {
  if (needsElectron(userArguments)) {
    blockHostResolution()
    // The window that signs is gone before the command has ended.
    app.on('window-all-closed', () => undefined)
  }
  // A command leaves no icon in the dock of macOS.
  app.dock?.hide()
  const status = await runCommandLine(userArguments, {
    ...processIo(app.getVersion()),
    openPasskeys,
    openProfiles,
    readProfiles,
    readRedactionProfiles,
    drawPicture,
    // Until Electron is ready, which is not waited for otherwise, the keyring gives no key.
    ...(needsKeyring(userArguments) && { openHistory }),
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
