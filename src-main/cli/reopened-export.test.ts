import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportFormats } from '#engine/export/formats/index.ts'
import type { Trace } from '#engine/trace/event.ts'
import { runCommandLine } from './run-command-line.ts'

const folder = mkdtempSync(join(tmpdir(), 'authscope-reopened-'))
const file = join(folder, 'unredacted.json')
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function cli(...args: readonly string[]) {
  let text = ''
  let errors = ''
  const status = await runCommandLine(args, {
    version: '0.0.0',
    environment: {},
    write: (more) => (text += more),
    error: (more) => (errors += more),
    readInput: () => Promise.resolve(''),
    colours: false,
    interrupted: new AbortController().signal,
  })
  return { errors, status, text }
}

beforeAll(async () => {
  const options = ['--username', 'totp-user', '--unredacted', '--trace', file]
  expect((await cli('sign-in', '--practice', ...options)).status).toBe(0)
}, 60_000)

test.each(exportFormats.filter(({ isPicture }) => !isPicture))(
  '$id: a trace that was saved with its secrets is exported without them',
  async ({ id }) => {
    const { errors, status, text } = await cli('export', file, '--format', id)
    expect([status, errors]).toEqual([0, ''])
    expect(text).not.toContain('Practice-Password')
  },
)

test('of the computed values of such a trace the secret ones are marks, and the public ones are not', async () => {
  const { text } = await cli('export', file, '--format', 'json')
  const { events } = JSON.parse(text) as Trace
  const values = events.flatMap((event) => (event.type === 'computed' ? event.values : []))
  const names = (marked: boolean) =>
    values.filter(({ value }) => value.startsWith('‹') === marked).map(({ name }) => name)
  const secret = ['a', 'x', 'S', 'K', 'signature', 'secret', 'code']
  expect(names(true)).toEqual(expect.arrayContaining(secret))
  expect(names(false)).toEqual(expect.arrayContaining(['N', 'A', 'B', 'salt', 'u']))
})
