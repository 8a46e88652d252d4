import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { unzipSync, zipSync } from 'fflate'
import { exportFormats } from '#engine/export/formats/index.ts'
import { everyRun } from '#engine/query/filter.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import type { TraceStore } from '#main/trace-store/trace-store.ts'
import type { CommandLineIo } from './command-line-io.ts'
import { runCommandLine } from './run-command-line.ts'

const captures = new URL('../import/captures/', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'authscope-export-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

interface WrittenHar {
  readonly log: {
    readonly entries: readonly {
      readonly request: { readonly method: string; readonly bodySize: number }
      readonly response: { readonly bodySize: number; readonly content: { readonly size: number } }
    }[]
  }
}

const run = (...args: readonly string[]) => runWith({}, 'export', ...args)

async function runWith(more: Partial<CommandLineIo>, ...args: readonly string[]) {
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
    ...more,
  })
  return { errors, status, text }
}

const har = join(captures, 'firefox-esr-auto-export.har')

test.each(exportFormats.filter(({ isPicture }) => !isPicture))(
  '$id: a foreign sign-in is written, and no password is in it',
  async ({ id }) => {
    const { errors, status, text } = await run(har, '--format', id, '--sign-in', '13')
    expect([status, errors]).toEqual([0, ''])
    expect(text.length).toBeGreaterThan(500)
    expect(text).not.toContain('Practice-Password')
  },
)

test('an issue text has the chain, a diagram and the cause, and posts nothing of its own', async () => {
  const { text } = await run(har, '--format', 'markdown', '--sign-in', '3')
  expect(text).toMatch(/^## USER_PASSWORD_AUTH to Cognito: refused/)
  expect(text).toContain('| 1 | InitiateAuth |  | NotAuthorizedException: Incorrect username')
  expect(text).toContain('A->>C: InitiateAuth')
  expect(text).toContain('C--xA: NotAuthorizedException')
  expect(text).toContain('AS1101')
  expect(text).not.toMatch(/@(?!\u200b)/)
  expect(text.length).toBeLessThan(65_536)
})

test('a redacted HAR says the sizes that the recording said, also when it is exported again', async () => {
  const sizes = (text: string) =>
    (JSON.parse(text) as WrittenHar).log.entries.map(({ request, response }) => [
      request.bodySize,
      response.bodySize,
      response.content.size,
    ])
  const recording = JSON.parse(readFileSync(har, 'utf8')) as WrittenHar
  const [entry] = recording.log.entries.filter(({ request }) => request.method === 'POST')
  if (!entry) throw new Error('the recording has a call')
  Object.assign(entry.request, { bodySize: 1111 })
  Object.assign(entry.response, { bodySize: 222 })
  Object.assign(entry.response.content, { size: 3333 })
  const path = join(folder, 'sizes.har')
  const first = JSON.stringify({ log: { ...recording.log, entries: [entry] } })
  writeFileSync(path, first)
  const { text } = await run(path, '--format', 'har')
  expect(sizes(text)).toEqual([[1111, 222, 3333]])
  writeFileSync(path, text)
  expect(sizes((await run(path, '--format', 'har')).text)).toEqual([[1111, 222, 3333]])
})

test('one call of a chain is written alone, with what it took from others as variables', async () => {
  const { text } = await run(har, '--format', 'curl', '--sign-in', '13', '--step', '2')
  expect(text).toContain("call 'RespondToAuthChallenge'")
  expect(text).not.toContain("call 'InitiateAuth'")
})

test('token IDs stay in a redacted file unless --redact names them', async () => {
  const options = ['--format', 'json', '--sign-in', '13']
  const ids = /"jti": "[0-9a-f-]{36}"/
  expect((await run(har, ...options)).text).toMatch(ids)
  const { text } = await run(har, ...options, '--redact', 'groups,token-ids')
  expect(text).not.toMatch(ids)
  expect(text).toMatch(/"jti": "‹token [0-9a-f]+›"/)
})

test('a file is written for this user alone', async () => {
  const path = join(folder, 'sequence.svg')
  expect((await run(har, '--format', 'svg', '--output', path)).status).toBe(0)
  expect((await run(har, '--format', 'svg', '--output', '-')).text).toMatch(/^<svg/)
  expect(readFileSync(path, 'utf8')).toMatch(/^<svg .*<\/svg>\n$/s)
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0)
})

test('what is missing or wrong on the command line is said', async () => {
  const said = async (...args: readonly string[]) => {
    const { errors, status } = await run(...args)
    expect(status).toBe(2)
    return errors
  }
  expect(await said()).toContain('takes a run, a file')
  expect(await said(har, '--format', 'pdf')).toContain('--format is one of har, json')
  expect(await said(har, '--format', 'har', '--sign-in', '99')).toContain('14 sign-ins')
  expect(await said(har, '--format', 'har', '--sign-in', '0')).toContain('a number from 1')
  expect(await said(har, '--format', 'har', '--step', '9')).toContain('no step 9')
  expect(await said(har, '--format', 'har', '--redact', 'names')).toContain('groups, token-ids')
})

const opened = async (path: string) => {
  const { errors, status, text } = await runWith({}, 'trace', 'list', path, '--json')
  expect([status, errors]).toEqual([0, ''])
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly flow: string; readonly calls: number })
    .map(({ calls, flow }) => `${flow} ${String(calls)}`)
    .sort()
}

test.each(['har', 'json'])('sign-ins become one file of %s, which opens as so many', async (id) => {
  const all = join(folder, `all.${id}`)
  expect((await run(har, '--filter', '', '--format', id, '--output', all)).status).toBe(0)
  expect(await opened(all)).toEqual(await opened(har))
})

test('a person has the same mark in every sign-in of a file', async () => {
  const two = ['--format', 'json', `${har}#3`, `${har}#3`]
  const { text } = await run(...two)
  expect(new Set(text.match(/"username": "[^"]*"/g))).toHaveProperty('size', 1)
})

test('a zip names its runs, its redaction and hashes, and opens again', async () => {
  const path = join(folder, 'all.zip')
  const options = ['--filter', '', '--format', 'har', '--zip', '--redaction', 'strict']
  expect((await run(har, ...options, '--output', path)).status).toBe(0)
  const files = unzipSync(readFileSync(path))
  const text = Buffer.from(files['manifest.json'] ?? []).toString()
  expect(JSON.parse(text)).toMatchObject({
    format: 'authscope-archive',
    application: 'Authscope 0.0.0',
    exportFormat: 'har',
    redaction: { users: 'removed', hosts: 'masked' },
  })
  expect(text).not.toContain('Practice-Password')
  expect(Object.keys(files)).toHaveLength((await opened(har)).length + 1)
  expect(await opened(path)).toEqual(await opened(har))
})

test('a file of a zip that was changed or is missing is reported', async () => {
  const path = join(folder, 'two.zip')
  await run(`${har}#3`, `${har}#4`, '--format', 'har', '--zip', '--output', path)
  const { '2.har': gone, ...files } = unzipSync(readFileSync(path))
  expect(gone).toBeDefined()
  const changed = Buffer.from(files['1.har'] ?? [])
    .toString()
    .replace('"1.2"', '"1.2" ')
  writeFileSync(path, zipSync({ ...files, '1.har': Buffer.from(changed) }))
  const { errors, text } = await runWith({}, 'open', path)
  expect(text + errors).toContain('This file was changed after the export')
  expect(text + errors).toContain('it is not in the archive')
})

test('sign-ins of a format that holds one become a zip, which standard output does not take', async () => {
  const two = [`${har}#3`, `${har}#4`, '--format', 'curl']
  expect(await run(...two)).toMatchObject({ status: 2 })
  const path = join(folder, 'curl.zip')
  expect((await run(...two, '--output', path)).status).toBe(0)
  expect(Object.keys(unzipSync(readFileSync(path)))).toEqual(['1.sh', '2.sh', 'manifest.json'])
  const { errors } = await runWith({}, 'open', path)
  expect(errors).toContain('sign-ins as curl, which Authscope writes but cannot open')
})

test('runs of the history are exported by their ids and by a filter', async () => {
  const history: TraceStore = { ...memoryTraceStore(), close: () => Promise.resolve() }
  const openHistory = () => Promise.resolve(history)
  await runWith({ openHistory }, 'trace', 'import', har)
  const [newest] = await history.page({ filter: everyRun, limit: 1 })
  const one = await runWith({ openHistory }, 'export', newest?.runId ?? '', '--format', 'markdown')
  expect([one.status, one.errors]).toEqual([0, ''])
  const all = await runWith(
    { openHistory },
    'export',
    '--filter',
    'not flow:USER_SRP_AUTH',
    '--format',
    'har',
  )
  expect(all.status).toBe(0)
  expect(all.text).toContain('"id":"sign-in 2"')
  expect(await runWith({}, 'export', 'latest', '--format', 'har')).toMatchObject({ status: 2 })
  const none = await runWith(
    { openHistory },
    'export',
    '--filter',
    'user:nobody',
    '--format',
    'har',
  )
  expect(none.errors).toContain('No run matches the filter')
})

test('a PNG is drawn by a browser, and Node.js says that it has none', async () => {
  const png = ['export', har, '--format', 'png', '--output', join(folder, 'sequence.png')]
  expect((await runWith({}, ...png)).errors).toContain('use --format svg')
  const drawPicture = (svg: string) => Promise.resolve(Buffer.from(`PNG of ${svg.slice(0, 4)}`))
  expect(await runWith({ drawPicture }, ...png)).toMatchObject({ status: 0 })
  expect(readFileSync(join(folder, 'sequence.png'), 'utf8')).toBe('PNG of <svg')
})

test('a redaction profile is one of those there are, or one that the window has', async () => {
  const options = ['--format', 'json', '--redaction', 'Support']
  const unknown = await run(har, ...options)
  expect(unknown).toMatchObject({ status: 2 })
  expect(unknown.errors).toContain('Standard, Strict, Own team')
  const [strict] = ['removed'] as const
  const profile = {
    name: 'Support',
    redaction: {
      users: strict,
      hosts: 'kept' as const,
      replaced: [],
      keptClaims: [],
      replacedClaims: [],
    },
  }
  const readRedactionProfiles = () => Promise.resolve([profile])
  const { text } = await runWith({ readRedactionProfiles }, 'export', har, ...options)
  expect(text).toContain('‹user 0000›')
})

test('the first of several sign-ins is used, and the others are named', async () => {
  const { errors, status } = await run(har, '--format', 'markdown')
  expect(errors).toBe(`${har} holds 14 sign-ins; the first is used. ${har}#2 is the second.\n`)
  expect(status).toBe(0)
  expect((await run(`${har}#1`, '--format', 'markdown')).errors).toBe('')
})
