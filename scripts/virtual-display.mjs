// A display for a run that nobody watches: Xvfb, on the first display number that is free.
import { spawn } from 'node:child_process'
import { SetUpError, say } from './progress.mjs'

/** Whether windows can be shown here as things are. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * Starts a virtual display.
 *
 * @returns {Promise<{ environment: Record<string, string | undefined>, stop: () => void }>} what to
 *   merge into a program's environment so that it draws there, and how to end it.
 */
export async function startVirtualDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-noreset']
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const stop = () => child.kill()
  process.on('exit', stop)
  const number = await new Promise((resolve, reject) => {
    const fail = () =>
      reject(
        new SetUpError('Xvfb did not start: install it (`apt-get install xvfb`) and try again.'),
      )
    const timer = setTimeout(fail, 15_000)
    child.on('error', fail)
    child.on('exit', fail)
    child.stdio[3].once('data', (chunk) => {
      clearTimeout(timer)
      resolve(String(chunk).trim())
    })
  })
  say(`Virtual display :${number}`)
  const environment = {
    DISPLAY: `:${number}`,
    XAUTHORITY: undefined,
    WAYLAND_DISPLAY: undefined,
    XDG_SESSION_TYPE: 'x11',
  }
  return { environment, stop }
}
