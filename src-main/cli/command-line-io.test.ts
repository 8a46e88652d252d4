import { afterEach, expect, test, vi } from 'vitest'
import { processIo } from './command-line-io.ts'

const { isTTY } = process.stdout
afterEach(() => {
  process.stdout.isTTY = isTTY
  vi.unstubAllEnvs()
})

/** What the command has of this process; what the process listens to does not stay. */
function ioWithSpies() {
  const listening = [
    vi.spyOn(process, 'once').mockReturnThis(),
    vi.spyOn(process, 'on').mockReturnThis(),
  ]
  const streams = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'on').mockReturnThis(),
  )
  try {
    const io = processIo('0.0.0')
    const listeners = listening.flatMap(({ mock }) => mock.calls)
    const outputListeners = streams.flatMap(({ mock }) => mock.calls)
    return {
      io,
      send: (signal: string) => listeners.find(([name]) => name === signal)?.[1](signal),
      closeOutput: () => {
        const closed = Object.assign(new Error('closed'), { code: 'EPIPE' })
        const failed = outputListeners.find(
          ([name]: readonly [string, unknown]) => name === 'error',
        )?.[1]
        ;(failed as ((error: Error) => void) | undefined)?.(closed)
      },
    }
  } finally {
    for (const spy of [...listening, ...streams]) spy.mockRestore()
  }
}

/** Whether colours are printed. */
function colours(atTerminal: boolean, environment: Readonly<Record<string, string>>): boolean {
  process.stdout.isTTY = atTerminal
  vi.stubEnv('TERM', 'xterm-256color')
  vi.stubEnv('NO_COLOR', undefined)
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  return ioWithSpies().io.colours
}

test.each([
  ['at a terminal', true, {}, true],
  ['at a terminal that knows none (TERM=dumb)', true, { TERM: 'dumb' }, false],
  ['where NO_COLOR is set', true, { NO_COLOR: '1' }, false],
  ['where NO_COLOR is empty', true, { NO_COLOR: '' }, true],
  ['in a file or a pipe', false, {}, false],
])('colours %s: %s, %o, %s', (_, atTerminal, environment, expected) => {
  expect(colours(atTerminal, environment)).toBe(expected)
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])(
  '%s ends the command with what it has written, as a terminal that closes does',
  (signal) => {
    const { io, send } = ioWithSpies()
    expect(io.interrupted.aborted).toBe(false)
    send(signal)
    expect(io.interrupted.aborted).toBe(true)
  },
)

test('a reader that closes the output early interrupts the command', () => {
  const { closeOutput, io } = ioWithSpies()
  closeOutput()
  expect(io.interrupted.aborted).toBe(true)
})
