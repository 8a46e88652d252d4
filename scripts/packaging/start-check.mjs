// Starts a packaged application once, to see that it starts.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { electronArguments } from '../electron-environment.mjs'
import { SetUpError, say } from '../progress.mjs'
import { hasDisplay, startVirtualDisplay } from '../virtual-display.mjs'

const startTime = 60_000

/** The application says `authscope ready` when its window can be used and it is asked to. */
export async function seeThatItStarts(executable) {
  const folder = await mkdtemp(join(tmpdir(), 'authscope-package-'))
  const display = hasDisplay() ? undefined : await startVirtualDisplay()
  const began = Date.now()
  try {
    const args = [...electronArguments(), `--user-data-dir=${join(folder, 'data')}`]
    const child = spawn(executable, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: folder,
      env: { ...process.env, ...display?.environment, AUTHSCOPE_ANNOUNCE_READY: '1' },
    })
    const ended = new Promise((resolve) => child.on('close', resolve))
    try {
      await waitForReady(child)
    } finally {
      child.kill()
      const killTimer = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await ended
      clearTimeout(killTimer)
    }
    say(`It starts: ready after ${((Date.now() - began) / 1000).toFixed(1)} s`)
  } finally {
    display?.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function waitForReady(child) {
  return new Promise((resolve, reject) => {
    let output = ''
    let isReady = false
    const fail = (what) => {
      if (isReady) return
      say(output.trim())
      reject(new SetUpError(`The packaged application ${what}: see its words above.`))
    }
    const timer = setTimeout(() => fail(`was not ready within ${startTime / 1000} s`), startTime)
    const read = (chunk) => {
      output += chunk
      if (!/^authscope ready$/m.test(output)) return
      isReady = true
      clearTimeout(timer)
      resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => fail(`could not be run (${error.message})`))
    child.on('close', () => {
      clearTimeout(timer)
      fail('ended before it was ready')
    })
  })
}
