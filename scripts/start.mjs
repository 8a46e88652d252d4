// Opens the application; where there is no display, runs the demo instead.
import { spawn } from 'node:child_process'
import { inCheckout } from './checkout.mjs'
import { runDemo } from './demo.mjs'
import { electronArguments, sandboxObstacle } from './electron-environment.mjs'
import { SetUpError, runScript, say } from './progress.mjs'
import { setUp } from './set-up.mjs'
import { hasDisplay } from './virtual-display.mjs'

await runScript(async () => {
  if (!hasDisplay()) {
    say('There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): running the demo')
    return runDemo()
  }
  const executable = await setUp()
  const obstacle = sandboxObstacle(executable)
  if (obstacle) throw new SetUpError(obstacle)
  const args = [...electronArguments(), inCheckout(), ...process.argv.slice(2)]
  const child = spawn(executable, args, { stdio: 'inherit' })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  signals.forEach((signal) => process.on(signal, () => child.kill(signal)))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
})
