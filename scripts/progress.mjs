// What the scripts say. Everything goes to stderr, so that stdout stays the command's own.

/** Says one line of progress. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** A fault with one sentence that says what to do; shown without a stack. */
export class SetUpError extends Error {
  name = 'SetUpError'
}

/**
 * Runs a script's main function and turns a fault into one sentence and exit status 1. A failure
 * stays one even where a library ends the process with status 0, as electron-builder does.
 */
export async function runScript(main) {
  const status = await statusOf(main)
  process.on('exit', () => {
    process.exitCode ||= status
  })
}

async function statusOf(main) {
  try {
    return (await main()) ?? 0
  } catch (error) {
    say(error instanceof SetUpError ? error.message : (error?.stack ?? String(error)))
    return 1
  }
}
