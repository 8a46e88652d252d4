import { app } from 'electron'
import { processIo } from '#main/cli/command-line-io.ts'
import { isCommandLine, runCommandLine } from '#main/cli/run-command-line.ts'

/** Whether these words ask for a command instead of the window. */
export { isCommandLine as isCommand }

/** Runs the command line and ends with its status, without ever opening a window. */
export async function runWords(words: readonly string[]): Promise<void> {
  // A command leaves no icon in the dock of macOS.
  app.dock?.hide()
  const status = await runCommandLine(words, processIo(app.getVersion()))
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
