import { afterEach, expect, test, vi } from 'vitest'
import { processIo } from './command-line-io.ts'

const { isTTY } = process.stdout
afterEach(() => {
  process.stdout.isTTY = isTTY
  vi.unstubAllEnvs()
})

/** Whether colours are printed; what the streams listen to does not stay. */
function colours(atTerminal: boolean, environment: Readonly<Record<string, string>>): boolean {
  process.stdout.isTTY = atTerminal
  vi.stubEnv('TERM', 'xterm-256color')
  vi.stubEnv('NO_COLOR', undefined)
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  const added = vi.spyOn(process, 'once').mockReturnThis()
  const listening = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'on').mockReturnThis(),
  )
  try {
    return processIo('0.0.0').colours
  } finally {
    for (const spy of [added, ...listening]) spy.mockRestore()
  }
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
