import { spawn } from 'node:child_process'

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {object} options `quiet` keeps the output and gives it back instead of showing it;
 *   `timeout` in milliseconds ends the command's whole process group, and so does `silence` where it
 *   has written nothing for so long (with `quiet` alone); the rest goes to `spawn`.
 * @returns {Promise<{ status: number, output: string, timedOut: boolean }>} 127 when the command
 *   is not there, 128 + signal when it was ended by one.
 */
export function runCommand(command, args, options = {}) {
  const { quiet = false, silence, timeout, ...spawnOptions } = options
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2],
      detached: timeout !== undefined || silence !== undefined,
      ...spawnOptions,
    })
    let output = ''
    let timedOut = false
    const end = () => {
      timedOut = true
      endGroup(child)
    }
    const timer = timeout === undefined ? undefined : setTimeout(end, timeout)
    const silenceTimer = silence === undefined ? undefined : setTimeout(end, silence)
    const stopTimers = () => {
      clearTimeout(timer)
      clearTimeout(silenceTimer)
    }
    const take = (chunk) => {
      output += chunk
      silenceTimer?.refresh()
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
    child.on('error', (error) => {
      stopTimers()
      resolve({ status: 127, output: output + error.message, timedOut })
    })
    child.on('close', (code, signal) => {
      stopTimers()
      resolve({ status: code ?? 128 + signalNumber(signal), output, timedOut })
    })
  })
}

/** The number of a signal's name, as a shell counts it. */
export function signalNumber(name) {
  return { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGKILL: 9, SIGTERM: 15 }[name] ?? 1
}

function endGroup(child) {
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}
