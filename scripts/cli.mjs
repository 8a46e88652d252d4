// The command line: builds when stale, then is the command. Everything said on the way goes to
// stderr; stdin, stdout, signals and the exit status are the command's own.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { setInterval } from 'node:timers'
import { buildApplication } from './build.mjs'
import { inCheckout } from './checkout.mjs'
import { installDependencies } from './install-dependencies.mjs'
import { runScript } from './progress.mjs'

await runScript(async () => {
  await installDependencies()
  await buildApplication()
  const program = inCheckout('out', 'main', 'cli.js')
  const child = spawn(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' })
  // At a terminal Ctrl-C has reached the command already, as one of the same group; elsewhere a
  // signal reaches this process alone.
  const atTerminal = [process.stdin, process.stdout, process.stderr].some((end) => end.isTTY)
  process.on('SIGINT', () => atTerminal || child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGHUP'))
  // npm passes on neither every signal nor its own end, after which nobody could stop the command.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event !== undefined)
    setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref()
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
})
