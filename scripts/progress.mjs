// What the scripts say. Everything goes to stderr, so that stdout stays the command's own.

/** Says one line of progress. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/** A fault with one sentence that says what to do; shown without a stack. */
export class SetUpError extends Error {
  name = 'SetUpError'
}

/** Runs a script's main function and turns a fault into one sentence and exit status 1. */
export async function runScript(main) {
  try {
    const status = await main()
    process.exitCode = status ?? 0
  } catch (error) {
    say(error instanceof SetUpError ? error.message : (error?.stack ?? String(error)))
    process.exitCode = 1
  }
}
