import { SetUpError, say } from '../progress.mjs'
import { runCommand } from '../run-command.mjs'

/** Runs a tool to its end and gives its output. Throws a sentence when it fails. */
export async function runTool(command, args, environment = {}) {
  const env = { ...process.env, LC_ALL: 'C', ...environment }
  const result = await runCommand(command, args, { quiet: true, env })
  if (result.status === 0) return result
  say(result.output.trim())
  throw new SetUpError(
    result.status === 127
      ? `${command} is needed for this form of a package: install it.`
      : `${command} failed: mend what it says above.`,
  )
}
